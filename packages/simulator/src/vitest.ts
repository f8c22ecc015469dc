/**
 * Fixtures for Vitest: a simulator and a client of it, for each test or for each file, and gone afterwards.
 *
 * @since 0.1.0
 */
import { type Options, type RunningSimulator, startSimulator } from "./startSimulator.js"

/**
 * What a client has to be told.
 *
 * @since 0.1.0
 * @category models
 */
export interface Account {
  readonly appKey: string
  readonly appSecret: string
  readonly baseUrl: string
}

/**
 * What a test is given.
 *
 * @since 0.1.0
 * @category models
 */
export interface Given<Ezviz> {
  readonly simulator: RunningSimulator
  readonly ezviz: Ezviz
}

/**
 * @since 0.1.0
 * @category models
 */
export interface FixtureOptions extends Options {
  /** Whether each test has a simulator of its own, or each file. Default: `test`. */
  readonly scope?: "test" | "file" | undefined
}

type Fixture<Context, A> = [
  fixture: (context: Context, use: (value: A) => Promise<void>) => Promise<void>,
  options: { readonly scope: "test" | "file" }
]

/**
 * The fixtures `simulator` and `ezviz`, for `test.extend`. `connect` makes the client: `createEzviz` of
 * `@effect-ezviz/node` fits, and so does anything that can be closed.
 *
 * @since 0.1.0
 * @category fixtures
 */
export const fixtures = <Ezviz extends { readonly close: () => Promise<void> }>(
  connect: (account: Account) => Ezviz,
  { scope = "test", ...options }: FixtureOptions = {}
): {
  readonly simulator: Fixture<object, RunningSimulator>
  readonly ezviz: Fixture<Pick<Given<Ezviz>, "simulator">, Ezviz>
} => ({
  simulator: [
    // Vitest reads off the parameter's pattern which other fixtures this one needs.
    // biome-ignore lint/correctness/noEmptyPattern: it needs none
    async ({}, use) => {
      const simulator = await startSimulator(options)
      await use(simulator)
      await simulator.stop()
    },
    { scope }
  ],
  ezviz: [
    async ({ simulator: { appKey, appSecret, url } }, use) => {
      const ezviz = connect({ appKey, appSecret, baseUrl: url })
      await use(ezviz)
      await ezviz.close()
    },
    { scope }
  ]
})
