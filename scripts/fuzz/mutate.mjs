// Inputs from other inputs: bytes changed, removed, repeated, taken from another one, or words of the language put in.

/** Random numbers that can be had again (mulberry32). */
export const generator = (seed) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

const longest = 4096

/** Now and then one is blown up, for what is deep or costs more than its length. */
const blownUp = { share: 0.02, length: 131_072 }

const numbers = ["0", "-1", "1e999", "9007199254740993", "99999999999999999999", "0.1", "1582821945396"]

export const mutator = (random, { words, wrappings }) => {
  const below = (limit) => Math.floor(random() * limit)
  const pick = (list) => list[below(list.length)]
  const slice = (input) => {
    const start = below(input.length + 1)
    return [start, Math.min(input.length, start + 1 + below(1 + below(input.length + 1)))]
  }
  const insert = (input, bytes, at = below(input.length + 1)) =>
    Buffer.concat([input.subarray(0, at), bytes, input.subarray(at)])

  const changes = [
    (input) => {
      if (input.length === 0) return input
      const copy = Buffer.from(input)
      copy[below(copy.length)] = below(256)
      return copy
    },
    (input) => insert(input, Buffer.from([32 + below(95)])),
    (input) => insert(input, Buffer.from(pick(words))),
    (input) => insert(input, Buffer.from(pick(words))),
    (input) => {
      const [start, end] = slice(input)
      return Buffer.concat([input.subarray(0, start), input.subarray(end)])
    },
    (input) => {
      const [start, end] = slice(input)
      return Buffer.concat([input.subarray(0, start), Buffer.from(pick(words)), input.subarray(end)])
    },
    (input) => {
      const [start, end] = slice(input)
      return insert(input, Buffer.concat(Array(1 + below(8)).fill(input.subarray(start, end))), start)
    },
    (input, other) => insert(input, other.subarray(...slice(other))),
    (input, other) => Buffer.concat([input.subarray(0, slice(input)[0]), other.subarray(slice(other)[0])]),
    // A value of JSON for another one.
    (input) => {
      const text = input.toString("latin1")
      const values = [...text.matchAll(/"[^"]*"|-?\d+(\.\d+)?|true|false|null/g)]
      if (values.length === 0) return input
      const { 0: value, index } = pick(values)
      const replacement = pick([
        ...numbers,
        "null",
        "true",
        '""',
        "[]",
        "{}",
        `"${value}"`,
        JSON.stringify(value)
      ])
      return Buffer.from(text.slice(0, index) + replacement + text.slice(index + value.length), "latin1")
    }
  ]

  const changed = (input, corpus) => {
    let result = input
    for (let count = 1 + below(4); count > 0; count -= 1) result = pick(changes)(result, pick(corpus))
    return result.subarray(0, longest)
  }

  return (corpus) => {
    const input = pick(corpus)
    if (random() >= blownUp.share) return changed(input, corpus)
    const [before, after] = random() < 0.5 ? pick(wrappings) : [pick(words), ""]
    const times = Math.floor(blownUp.length / (before.length + after.length))
    const [start, end] = random() < 0.5 ? [0, input.length] : slice(input)
    return Buffer.concat([
      input.subarray(0, start),
      Buffer.from(before.repeat(times)),
      input.subarray(start, end),
      Buffer.from(after.repeat(times)),
      input.subarray(end)
    ])
  }
}
