import { type Options, type RunningSimulator, startSimulator } from "@effect-ezviz/simulator/startSimulator"
import { createEzviz, type EzvizOptions } from "../src/index.js"

/** A simulator, and clients of it, until the test is over. */
export const withSimulator = async (
  test: (
    world: RunningSimulator & {
      readonly inject: RunningSimulator["faults"]["add"]
      readonly client: (options?: EzvizOptions) => ReturnType<typeof createEzviz>
    }
  ) => Promise<void>,
  options: Options = {}
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
    await test({ ...world, inject: world.faults.add, client })
  } finally {
    await Promise.all(clients.map((ezviz) => ezviz.close()))
    await world.stop()
  }
}
