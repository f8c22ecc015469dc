import { createServer } from "node:http"
import * as FetchHttpClient from "@effect/platform/FetchHttpClient"
import { assert, describe, it } from "@effect/vitest"
import { AreaGrid, EzvizClient } from "@effect-ezviz/core"
import { Effect, FastCheck, Layer, Redacted } from "effect"
import * as Cloud from "./cloud.js"

type Ask = Parameters<typeof EzvizClient.request>[0]

/** Calls an endpoint with a token of one's own, and tells what was sent. */
const call = (endpoint: Ask, accessToken = "at.planted") => {
  const log: Array<Cloud.Seen> = []
  return EzvizClient.request(endpoint).pipe(
    Effect.either,
    Effect.map((result) => ({ result, log })),
    Effect.provide(Cloud.withToken(Cloud.ok(), log, accessToken))
  )
}

const refused = (endpoint: Ask, parameter: string, accessToken?: string) =>
  Effect.map(call(endpoint, accessToken), ({ log, result }) => {
    assert.strictEqual(log.length, 0)
    if (result._tag === "Right") return assert.fail("it was sent")
    const error = result.left
    if (error._tag !== "InvalidInput") return assert.fail(error._tag)
    assert.strictEqual(error.parameter, parameter)
    assert.isFalse(error.maybeApplied)
    return error
  })

const header = (value: string): Ask => ({
  method: "PUT",
  path: "/api/v3/some/endpoint",
  auth: "header",
  in: { note: "header" },
  parameters: { note: value }
})

describe("a parameter in a header", () => {
  it.effect.prop(
    "arrives as it is, or is refused by name before anything is sent",
    [FastCheck.oneof(FastCheck.string(), FastCheck.string({ unit: "binary" }))],
    ([value]) =>
      /^[\x20-\x7e]*$/.test(value) && value === value.trim()
        ? Effect.map(call(header(value)), ({ log }) => assert.strictEqual(log[0]?.headers["note"], value))
        : Effect.asVoid(refused(header(value), "note"))
  )

  it.effect("is refused beyond ASCII, with controls and with spaces that HTTP drops", () =>
    Effect.gen(function* () {
      for (const value of ["Ã¼", "é", "名称", "a\r\nX-Evil: 1", "a\u0000", "a\u007f", " a", "a "]) {
        yield* refused(header(value), "note")
      }
    })
  )

  it.effect("has a name that a header can have", () =>
    refused({ ...header("x"), in: "header", parameters: { "not a name": "x" } }, "not a name")
  )

  it.effect("may be the token: one with a line end in it is refused without being shown", () =>
    Effect.gen(function* () {
      const error = yield* refused(header("x"), "accessToken", "at.planted\n")
      assert.notInclude(String(error), "planted")
    })
  )
})

describe("no parameter is lost", () => {
  const get: Ask = { method: "GET", path: "/api/v3/some/endpoint", parameters: { channelNo: 1 } }

  it.effect("GET has no place in a body", () =>
    Effect.gen(function* () {
      yield* refused({ ...get, in: "body" }, "channelNo")
      yield* refused({ ...get, in: "form" }, "channelNo")
      yield* refused({ ...get, auth: "form" }, "accessToken")
    })
  )

  it.effect("a request has one body, of a form or of JSON", () =>
    Effect.gen(function* () {
      const post: Ask = { ...get, method: "POST", auth: "header" }
      yield* refused({ ...post, parameters: { one: 1, two: 2 }, in: { one: "form", two: "body" } }, "two")
      yield* refused({ ...post, in: "body", auth: "form" }, "channelNo")
    })
  )

  it.effect("one whose place is not said travels where the method has room", () =>
    Effect.gen(function* () {
      const parameters = { deviceSerial: "900000001", channelNo: 1, constructor: "x" }
      const asked = yield* call({ ...get, parameters, in: { deviceSerial: "header" } })
      assert.strictEqual(asked.log[0]?.url.search, "?channelNo=1&constructor=x")
      const told = yield* call({
        ...get,
        method: "POST",
        auth: "header",
        parameters,
        in: { deviceSerial: "header" }
      })
      assert.strictEqual(told.log[0]?.body, "channelNo=1&constructor=x")
      assert.strictEqual(told.log[0]?.headers["deviceserial"], "900000001")
    })
  )
})

/** A server of its own on a free port, that sends everybody on to another place. */
const server = (location: (port: number) => string, visits: Array<string>) =>
  Effect.acquireRelease(
    Effect.async<{ readonly port: number; readonly close: () => void }>((resume) => {
      const http = createServer((request, response) => {
        visits.push(`${request.url} ${String(request.headers["accesstoken"])}`)
        const address = http.address()
        const port = typeof address === "object" && address !== null ? address.port : 0
        response.writeHead(302, { location: location(port) }).end()
      }).listen(0, "127.0.0.1", () => {
        const address = http.address()
        const port = typeof address === "object" && address !== null ? address.port : 0
        resume(Effect.succeed({ port, close: () => http.close() }))
      })
    }),
    ({ close }) => Effect.sync(close)
  )

describe("a redirect", () => {
  for (const method of ["GET", "POST", "PUT"] as const) {
    it.scopedLive(`of a ${method} is never followed with the token in its header`, () =>
      Effect.gen(function* () {
        const visits: Array<string> = []
        const { port } = yield* server((port) => `http://127.0.0.1:${port}/elsewhere`, visits)
        const withToken = EzvizClient.layerWrap((next) =>
          Effect.succeed((call) => next({ ...call, accessToken: Redacted.make("at.planted") }))
        )
        const error = yield* EzvizClient.request({
          method,
          path: "/api/v3/some/endpoint",
          auth: "header"
        }).pipe(
          Effect.flip,
          Effect.provide(
            withToken.pipe(
              Layer.provide(EzvizClient.layerTransport({ baseUrl: `http://127.0.0.1:${port}` })),
              Layer.provide(FetchHttpClient.layer)
            )
          )
        )
        assert.strictEqual(error._tag === "HttpFailure" && error.httpStatus, 302)
        assert.deepStrictEqual(visits, ["/api/v3/some/endpoint at.planted"])
      })
    )
  }
})

describe("a grid of cells", () => {
  // The documentation's picture of "1,3,6,7", of the PIR area: four rows of three columns.
  const cells = [
    [false, false, true],
    [false, true, true],
    [true, true, false],
    [true, true, true]
  ]

  it("is written row by row, the left cell as the highest digit", () => {
    assert.deepStrictEqual(AreaGrid.toCells([1, 3, 6, 7], 3), cells)
    assert.deepStrictEqual(AreaGrid.fromCells(cells), [1, 3, 6, 7])
    assert.deepStrictEqual(AreaGrid.fromCells([[true], [false, false, true]]), [4, 1])
  })

  it("comes back the same for any size that a number holds", () =>
    FastCheck.assert(
      FastCheck.property(
        FastCheck.integer({ min: 1, max: 53 }).chain((columns) =>
          FastCheck.array(FastCheck.array(FastCheck.boolean(), { minLength: columns, maxLength: columns }))
        ),
        (cells) =>
          assert.deepStrictEqual(AreaGrid.toCells(AreaGrid.fromCells(cells), cells[0]?.length ?? 1), cells)
      )
    ))

  it("has no cells where a row does not fit the columns", () => {
    assert.isUndefined(AreaGrid.toCells([8], 3))
    assert.isUndefined(AreaGrid.toCells([-1], 3))
  })
})
