import { Simulator } from "@effect-ezviz/simulator"
import { Effect, ManagedRuntime } from "effect"
import { createEzviz, type EzvizOptions } from "../src/index.js"

/** A simulator, and clients of it, until the test is over. */
export const withSimulator = async (
  test: (
    world: Awaited<ReturnType<typeof startSimulator>> & {
      readonly client: (options?: EzvizOptions) => ReturnType<typeof createEzviz>
    }
  ) => Promise<void>,
  options: Simulator.Options = {}
): Promise<void> => {
  const world = await startSimulator(options)
  const clients: Array<ReturnType<typeof createEzviz>> = []
  const client = (own: EzvizOptions = {}) => {
    const { appKey, appSecret, url } = world
    const ezviz = createEzviz({
      appKey,
      appSecret,
      baseUrl: url,
      retry: { baseMillis: 1, capMillis: 1 },
      ...own
    })
    clients.push(ezviz)
    return ezviz
  }
  try {
    await test({ ...world, client })
  } finally {
    await Promise.all(clients.map((ezviz) => ezviz.close()))
    await world.stop()
  }
}

const startSimulator = async (options: Simulator.Options) => {
  const runtime = ManagedRuntime.make(Simulator.layer(options))
  const { appKey, appSecret, household, inject, served, url } = await runtime.runPromise(Simulator.Simulator)
  return {
    appKey,
    appSecret,
    url,
    household,
    served,
    inject: (rule: Parameters<typeof inject>[0]) => Effect.runPromise(inject(rule)),
    stop: () => runtime.dispose()
  }
}
