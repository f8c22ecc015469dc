import { createServer, type RequestListener } from "node:http"
import { Effect } from "effect"

/** Where a server on this machine listens for as long as the scope lives. */
export const listening = (listener: RequestListener) =>
  Effect.acquireRelease(
    Effect.async<{ readonly close: Effect.Effect<void>; readonly url: string }>((resume) => {
      const server = createServer(listener)
      const close = Effect.async<void>((resume) => {
        server.close(() => resume(Effect.void))
        server.closeAllConnections()
      })
      server.listen(0, "127.0.0.1", () => {
        const address = server.address()
        const port = typeof address === "object" && address !== null ? address.port : 0
        resume(Effect.succeed({ close, url: `http://127.0.0.1:${port}` }))
      })
    }),
    ({ close }) => close
  ).pipe(Effect.map(({ url }) => url))
