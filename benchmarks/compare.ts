/**
 * Figures as ratios in one run: every contender is measured in turn, round by round, so that a slow moment of the
 * machine strikes all alike. The reference also runs against itself: while that control does not read 1.0, no other
 * row says anything.
 */

export interface Contender {
  readonly name: string
  /** One measurement: its figure, of whatever unit, where less is better. */
  readonly measure: () => number | Promise<number>
}

export interface Row {
  readonly name: string
  readonly median: number
  /** Against the reference, as the median of the ratios of each round. */
  readonly ratio: number
}

export interface Comparison {
  readonly rows: ReadonlyArray<Row>
  readonly control: number
  /** Whether the control reads 1.0 ± 0.1. */
  readonly valid: boolean
}

export const median = (values: ReadonlyArray<number>): number => {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}

const controlName = (reference: Contender) => `${reference.name} (control)`

/** Measures contenders against a reference, after one round that does not count. */
export const compare = async (
  reference: Contender,
  contenders: ReadonlyArray<Contender>,
  options: { readonly rounds: number }
): Promise<Comparison> => {
  const all = [reference, { ...reference, name: controlName(reference) }, ...contenders]
  const figures = all.map((): Array<number> => [])
  for (let round = -1; round < options.rounds; round++) {
    // Each round begins with another contender, so that none always follows the same one.
    for (let turn = 0; turn < all.length; turn++) {
      const index = (turn + Math.max(round, 0)) % all.length
      const figure = await all[index]?.measure()
      if (round >= 0 && figure !== undefined) figures[index]?.push(figure)
    }
  }
  const base = figures[0] ?? []
  const rows = all.map(({ name }, index): Row => {
    const own = figures[index] ?? []
    return {
      name,
      median: median(own),
      ratio: median(own.map((figure, round) => figure / (base[round] ?? Number.NaN)))
    }
  })
  const control = rows[1]?.ratio ?? Number.NaN
  return { rows, control, valid: Math.abs(control - 1) <= 0.1 }
}

/** Prints a comparison, and ends the process with 1 when its control does not hold. */
export const print = (title: string, unit: string, { rows, control, valid }: Comparison): void => {
  console.log(`\n${title}`)
  const width = Math.max(...rows.map(({ name }) => name.length))
  for (const { name, median, ratio } of rows) {
    console.log(
      `  ${name.padEnd(width)}  ${median.toPrecision(4).padStart(10)} ${unit}  ${ratio.toFixed(2).padStart(6)} x`
    )
  }
  if (valid) return
  console.log(
    `  The control reads ${control.toFixed(2)} instead of 1.0: these figures say nothing. Run it again on a quiet machine.`
  )
  process.exitCode = 1
}
