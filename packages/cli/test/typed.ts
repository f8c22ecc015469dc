import { NodeContext } from "@effect/platform-node"
import { Cli } from "@effect-ezviz/cli"
import { Simulator } from "@effect-ezviz/simulator"
import { ConfigProvider, Console, Effect } from "effect"

export interface Result {
  readonly exitCode: number
  readonly out: string
  readonly err: string
}

/** A command line as it is typed, with what it prints. */
export const ezviz = (...argv: ReadonlyArray<string>) => ezvizWith({}, ...argv)

export const ezvizWith = (variables: Readonly<Record<string, string>>, ...argv: ReadonlyArray<string>) =>
  Effect.gen(function* () {
    const { appKey, appSecret, url } = yield* Simulator.Simulator
    return yield* typed(
      { EZVIZ_APP_KEY: appKey, EZVIZ_APP_SECRET: appSecret, EZVIZ_BASE_URL: url, ...variables },
      argv
    )
  })

/** What an effect prints. */
export const captured = <A, E, R>(effect: Effect.Effect<A, E, R>, out: Array<string> = []) =>
  Effect.gen(function* () {
    const err: Array<string> = []
    const console = yield* Console.consoleWith(Effect.succeed)
    const print = (to: Array<string>) => (text: unknown) => {
      to.push(String(text))
    }
    const value = yield* Effect.withConsole(effect, {
      ...console,
      log: (text) => Effect.sync(() => print(out)(text)),
      error: (text) => Effect.sync(() => print(err)(text)),
      unsafe: { ...console.unsafe, log: print(out), error: print(err) }
    })
    return { value, out, err }
  })

export const typed = (
  variables: Readonly<Record<string, string>>,
  argv: ReadonlyArray<string>,
  lines: Array<string> = []
): Effect.Effect<Result> =>
  captured(Cli.run(["node", "ezviz", ...argv]), lines).pipe(
    Effect.map(({ err, out, value }) => ({
      exitCode: value,
      out: out.join("\n"),
      err: err.join("\n")
    })),
    Effect.withConfigProvider(ConfigProvider.fromMap(new Map(Object.entries(variables)))),
    Effect.provide(NodeContext.layer)
  )
