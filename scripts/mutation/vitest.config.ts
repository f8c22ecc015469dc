import { mergeConfig } from "vitest/config"
import shared from "../../vitest.shared.js"

/** The tests that the mutated modules have to pass, of those that need no built package. */
export default mergeConfig(shared, {
  test: {
    root: new URL("../..", import.meta.url).pathname,
    include: [
      "packages/core/test/{AccessToken,CircuitBreaker,Envelope,EzvizClient,Retry,TokenStore}.test.ts",
      "packages/webhook/test/Signature.test.ts"
    ]
  }
})
