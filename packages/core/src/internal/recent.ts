const slots = 10

/** What became of attempts within a window of time, to a tenth of it. */
export const makeRecent = (windowMillis: number) => {
  const width = windowMillis / slots
  let counts: Array<{ readonly slot: number; failed: number; all: number }> = []
  const sum = (now: number) => {
    const slot = Math.floor(now / width)
    counts = counts.filter((each) => each.slot > slot - slots)
    return {
      failed: counts.reduce((total, each) => total + each.failed, 0),
      all: counts.reduce((total, each) => total + each.all, 0)
    }
  }
  return {
    sum,
    clear: () => {
      counts = []
    },
    add: (now: number, failed: boolean) => {
      const slot = Math.floor(now / width)
      let current = counts.at(-1)
      if (current?.slot !== slot) {
        sum(now)
        current = { slot, failed: 0, all: 0 }
        counts.push(current)
      }
      current.all += 1
      if (failed) current.failed += 1
    }
  }
}
