// The modules that a mistake would cost most, each with the tests that have to notice one: few, so that a run ends.
// `floor` is the score that it has, in percent and rounded down. It may only be raised.
export const modules = {
  envelope: {
    mutate: ["packages/core/src/Envelope.ts"],
    tests: ["packages/core/test/Envelope.test.ts"],
    floor: 98
  },
  token: {
    mutate: ["packages/core/src/AccessToken.ts"],
    tests: ["packages/core/test/{AccessToken,EzvizClient}.test.ts"],
    floor: 95
  },
  retry: {
    mutate: ["packages/core/src/Retry.ts"],
    tests: ["packages/core/test/{CircuitBreaker,Retry}.test.ts"],
    floor: 91
  },
  signature: {
    mutate: [
      "packages/webhook/src/{Signature,SignatureNode}.ts",
      "packages/webhook/src/internal/{claim,nodeVerifier}.ts"
    ],
    tests: ["packages/webhook/test/Signature.test.ts"],
    floor: 99
  }
}

/** The one that runs now: `scripts/mutation.mjs` says it in the environment, which reaches the test runner too. */
export const current = () => modules[process.env.MUTATION_MODULE]
