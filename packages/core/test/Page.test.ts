import { assert, describe, it } from "@effect/vitest"
import { Device, EzvizClient, Page } from "@effect-ezviz/core"
import { Chunk, Deferred, Effect, FastCheck, Fiber, Layer, Stream, TestClock } from "effect"
import * as Cloud from "./cloud.js"

const item = (index: number) => ({
  deviceSerial: `S${index}`,
  deviceName: "",
  deviceType: "C1",
  status: 1,
  defence: 0,
  deviceVersion: ""
})

interface Asked {
  readonly page: number
  readonly size: number
}

/** A cloud with a list of devices; `asked` is every page it was asked for. */
const cloud = (
  answer: (asked: Asked) => { readonly from: number; readonly to: number; readonly total?: number },
  asked: Array<number> = []
) =>
  EzvizClient.layerTransport({ baseUrl: "https://open.ezvizlife.com" }).pipe(
    Layer.provide(
      Cloud.layer(({ form }) =>
        Effect.sync(() => {
          const page = Number(form.get("pageStart"))
          const size = Number(form.get("pageSize"))
          asked.push(page)
          const { from, to, total } = answer({ page, size })
          const data = Array.from({ length: Math.max(0, to - from) }, (_, index) => item(from + index))
          return {
            body: { code: "200", data, ...(total !== undefined && { page: { total, page, size } }) }
          }
        })
      )
    )
  )

/** So many devices, in pages of the size asked for or smaller. */
const list =
  (count: number, largest = 50, total: (page: number) => number | undefined = () => count) =>
  ({ page, size }: Asked) => {
    const used = Math.min(size, largest)
    const claimed = total(page)
    return {
      from: Math.min(count, page * used),
      to: Math.min(count, (page + 1) * used),
      ...(claimed !== undefined && { total: claimed })
    }
  }

const serials = (input: Device.ListInput = {}, options?: Page.Options) =>
  Page.stream(Device.list, input, options).pipe(
    Stream.map(({ deviceSerial }) => deviceSerial),
    Stream.runCollect,
    Effect.map(Chunk.toReadonlyArray)
  )

const upTo = (count: number, from = 0) =>
  Array.from({ length: count - from }, (_, index) => `S${from + index}`)

describe("Page", () => {
  it.effect("asks for pages of 50, and ends with a page that is not full when the total agrees", () => {
    const asked: Array<number> = []
    return Effect.gen(function* () {
      assert.deepStrictEqual(yield* serials(), upTo(120))
      assert.deepStrictEqual(asked, [0, 1, 2])
    }).pipe(Effect.provide(cloud(list(120), asked)))
  })

  const totals: Record<string, (page: number) => number | undefined> = {
    "is missing": () => undefined,
    "is too large": () => 9999,
    "is too small": () => 3,
    "is nothing": () => 0,
    shrinks: (page) => 130 - page * 40,
    grows: (page) => 120 + page
  }
  for (const [name, total] of Object.entries(totals)) {
    it.effect(`reads every page though the total ${name}`, () =>
      Effect.gen(function* () {
        assert.deepStrictEqual(yield* serials(), upTo(120))
      }).pipe(Effect.provide(cloud(list(120, 50, total))))
    )
  }

  it.effect("reads every page of a server that uses smaller ones than it says", () =>
    Effect.gen(function* () {
      assert.deepStrictEqual(yield* serials(), upTo(35))
    }).pipe(Effect.provide(cloud(list(35, 10))))
  )

  it.effect("ends where pages repeat themselves, and gives none twice", () => {
    const asked: Array<number> = []
    return Effect.gen(function* () {
      assert.deepStrictEqual(yield* serials(), upTo(50))
      assert.deepStrictEqual(asked, [0, 1])
    }).pipe(Effect.provide(cloud(() => ({ from: 0, to: 50, total: 9999 }), asked)))
  })

  it.effect("ends a list that never does", () => {
    const asked: Array<number> = []
    return Effect.gen(function* () {
      assert.strictEqual((yield* serials({ pageSize: 2 }, { maxPages: 200 })).length, 400)
      assert.strictEqual(asked.length, 200)
      assert.strictEqual((yield* serials({ pageSize: 1 }, { maxPages: 3 })).length, 3)
      assert.deepStrictEqual(yield* serials({}, { maxPages: 0 }), [])
    }).pipe(Effect.provide(cloud(({ page, size }) => ({ from: page * size, to: (page + 1) * size }), asked)))
  })

  it.effect("goes on where it has stopped", () =>
    Effect.gen(function* () {
      const before = yield* Page.pages(Device.list, { pageSize: 50 }).pipe(Stream.take(2), Stream.runCollect)
      assert.deepStrictEqual(
        Chunk.toReadonlyArray(before).map(({ items, pageStart, total }) => [pageStart, items.length, total]),
        [
          [0, 50, 120],
          [1, 50, 120]
        ]
      )
      const last = Chunk.unsafeLast(before).pageStart
      assert.deepStrictEqual(yield* serials({ pageStart: last + 1, pageSize: 50 }), upTo(120, 100))
    }).pipe(Effect.provide(cloud(list(120))))
  )

  it.effect("asks for no page before it is wanted, and with prefetch for so many ahead", () => {
    const asked: Array<number> = []
    /** How many pages have been asked for while the first one is being read. */
    const whileReading = (options: Page.Options) =>
      Effect.gen(function* () {
        asked.length = 0
        const done = yield* Deferred.make<void>()
        const reader = yield* Effect.fork(
          Page.pages(Device.list, { pageSize: 1 }, options).pipe(
            Stream.take(6),
            Stream.runForEach(() => Deferred.await(done))
          )
        )
        yield* TestClock.adjust("1 minute")
        const ahead = asked.length
        yield* Deferred.succeed(done, undefined)
        yield* Fiber.join(reader)
        return ahead
      })
    return Effect.gen(function* () {
      assert.strictEqual(yield* whileReading({}), 1)
      // One is being read, two wait, and one more has come and waits for room.
      assert.strictEqual(yield* whileReading({ prefetch: 2 }), 4)
      assert.deepStrictEqual(yield* serials({}, { prefetch: 3 }), upTo(120))
    }).pipe(Effect.provide(cloud(list(120), asked)))
  })

  it("gives each item once and in order, whatever the sizes", () =>
    FastCheck.assert(
      FastCheck.asyncProperty(
        FastCheck.nat(200),
        FastCheck.integer({ min: 1, max: 50 }),
        FastCheck.integer({ min: 1, max: 50 }),
        FastCheck.option(FastCheck.nat(300), { nil: undefined }),
        FastCheck.nat(3),
        async (count, pageSize, largest, total, prefetch) => {
          const read = await Effect.runPromise(
            Effect.provide(serials({ pageSize }, { prefetch }), cloud(list(count, largest, () => total)))
          )
          // A total that is too small is believed with a page that is not full.
          if (total === undefined || total >= count || largest >= pageSize) {
            assert.deepStrictEqual(read, upTo(count))
          }
        }
      ),
      { numRuns: 50 }
    ))
})
