// What inputs make the packages do, as V8 counts it: every block that ran.
import { Session } from "node:inspector"

const ours = /\/packages\/[^/]+\/dist\/esm\//

export const measure = () => {
  const session = new Session()
  session.connect()
  /** In the thread itself, the inspector answers before `post` returns. */
  const ask = (method, parameters) => {
    let answer
    session.post(method, parameters, (error, result) => {
      if (error) throw error
      answer = result
    })
    return answer
  }
  ask("Profiler.enable")
  ask("Profiler.startPreciseCoverage", { callCount: true, detailed: true })

  const known = new Set()
  return {
    /** The blocks that ran since the last time this was asked, and that nothing before has reached. */
    fresh: () =>
      ask("Profiler.takePreciseCoverage")
        .result.filter(({ url }) => ours.test(url))
        .flatMap(({ functions, scriptId }) =>
          functions.flatMap(({ ranges }) =>
            ranges
              .filter(({ count }) => count > 0)
              .map(({ endOffset, startOffset }) => `${scriptId}:${startOffset}:${endOffset}`)
          )
        )
        .filter((block) => !known.has(block)),
    learn: (blocks) => {
      for (const block of blocks) known.add(block)
    },
    size: () => known.size,
    stop: () => session.disconnect()
  }
}
