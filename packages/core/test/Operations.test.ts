import { readFileSync } from "node:fs"
import { setImmediate } from "node:timers/promises"
import { inspect } from "node:util"
import { assert, describe, it } from "@effect/vitest"
import { type ApiError, Device, type Live, type Operation, Operations, Ptz } from "@effect-ezviz/core"
import { Arbitrary, Effect, FastCheck, Redacted, Schema, SchemaAST } from "effect"
import { afterEach, expectTypeOf } from "vitest"
import * as Cloud from "./cloud.js"

interface CatalogueRow {
  readonly id: string
  readonly method: string
  readonly path: string
  readonly section: string
  readonly lines: readonly [number, number]
  readonly params: ReadonlyArray<{ readonly name: string; readonly in: string; readonly required: boolean }>
  readonly response: {
    readonly envelope: string
    readonly fields: ReadonlyArray<{ readonly path: string }>
    readonly sample: unknown
  }
  readonly codes: ReadonlyArray<{ readonly code: number }>
}

const catalogue: ReadonlyArray<CatalogueRow> = JSON.parse(
  readFileSync(new URL("../catalogue/operations.json", import.meta.url), "utf8")
)
const operations: ReadonlyArray<Operation.Operation.Any> = Object.values(Operations.all)

/** The wire names of the parameters, over all variants. */
const parameterNames = (ast: SchemaAST.AST): ReadonlyArray<string> => {
  const encoded = SchemaAST.encodedAST(ast)
  const members = encoded._tag === "Union" ? encoded.types : [encoded]
  return [
    ...new Set(
      members.flatMap((member) =>
        SchemaAST.getPropertySignatures(member).map((property) => String(property.name))
      )
    )
  ]
}

const sampleOf = (row: CatalogueRow) => JSON.stringify(row.response.sample)

// Hundreds of tests that never wait for anything keep the worker from hearing vitest, which gives it up after a minute.
afterEach(() => setImmediate())

describe("every operation", () => {
  for (const operation of operations) {
    const { definition } = operation
    describe(definition.id, () => {
      const row = catalogue.find(({ id }) => id === definition.id)
      if (row === undefined) throw new Error(`${definition.id} is not in the catalogue`)
      const inputs = Arbitrary.make(definition.payload)
      const results = Arbitrary.make(definition.success)

      it("is as the documentation has it: method, path, parameters, codes", () => {
        assert.strictEqual(definition.method, row.method)
        assert.strictEqual(definition.path, row.path)
        assert.strictEqual(definition.section, row.section)
        assert.deepStrictEqual(definition.lines, row.lines)
        assert.strictEqual(definition.family, row.response.envelope)
        assert.sameMembers(
          [...parameterNames(definition.payload.ast)],
          row.params.map(({ name }) => name).filter((name) => name !== "accessToken")
        )
        assert.strictEqual(
          definition.auth !== "none",
          row.params.some(({ name }) => name === "accessToken")
        )
        assert.sameMembers(
          Object.keys(definition.errors),
          row.codes.map(({ code }) => String(code)).filter((code) => code !== "200")
        )
      })

      it.effect("reads the documented sample, every field of it", () =>
        Effect.gen(function* () {
          const input = FastCheck.sample(inputs, 1)[0]
          const value = yield* operation(input)
          const seen = inspect(value, { depth: 9 })
          assert.notInclude(seen, "extra:")
        }).pipe(Effect.provide(Cloud.answering({ body: sampleOf(row) })))
      )

      it("encodes and decodes its input without loss", () => {
        const same = Schema.equivalence(definition.payload)
        FastCheck.assert(
          FastCheck.property(inputs, (input) =>
            same(Schema.decodeSync(definition.payload)(Schema.encodeSync(definition.payload)(input)), input)
          )
        )
      })

      it("encodes and decodes its result without loss, over JSON", () => {
        // Compared on the wire, where unknown fields compare by their content.
        const overJson = (value: unknown): unknown =>
          JSON.parse(JSON.stringify(Schema.encodeUnknownSync(definition.success)(value)) ?? "null")
        FastCheck.assert(
          FastCheck.property(results, (value) => {
            const wire = overJson(value)
            assert.deepStrictEqual(overJson(Schema.decodeUnknownSync(definition.success)(wire)), wire)
          })
        )
      })

      const declared = new Set(
        [...Object.values(definition.errors), ...Object.values(definition.reported)].map(
          (Class) => Class.about.tag
        )
      )
      const common = new Set<ApiError.Common["_tag"]>([
        "TokenRejected",
        "AppKeyInvalid",
        "AppKeyNotFound",
        "AppSecretMismatch",
        "FrequencyLimited",
        "QuotaExhausted",
        "PlanLimitReached",
        "PermissionDenied",
        "SubAccountFrozen",
        "UnknownCode",
        "DecodeFailure",
        "MalformedAnswer",
        "GatewayFailure",
        "HttpFailure",
        "EndpointUnavailable"
      ])

      const replies: FastCheck.Arbitrary<Cloud.Reply> = FastCheck.record({
        status: FastCheck.constantFrom(200, 200, 201, 302, 400, 401, 404, 429, 500, 502),
        body: FastCheck.oneof(
          FastCheck.string(),
          FastCheck.json(),
          FastCheck.record({
            code: FastCheck.oneof(
              FastCheck.constantFrom("200", 200, "10029", ...Object.keys(definition.errors)),
              FastCheck.string(),
              FastCheck.integer()
            ),
            msg: FastCheck.jsonValue(),
            data: FastCheck.jsonValue(),
            page: FastCheck.jsonValue()
          })
        )
      })

      it("ends as a value or as one of its errors, whatever the server answers", () =>
        FastCheck.assert(
          FastCheck.asyncProperty(inputs, replies, async (input, reply) => {
            const exit = await Effect.runPromiseExit(Effect.provide(operation(input), Cloud.answering(reply)))
            if (exit._tag === "Success") return true
            const { cause } = exit
            if (cause._tag !== "Fail") return false
            const tag: string = cause.error._tag
            return declared.has(tag) || common.has(tag as ApiError.Common["_tag"])
          }),
          { numRuns: 50 }
        ))

      it("never shows a secret of its input", () =>
        FastCheck.assert(
          FastCheck.asyncProperty(inputs, async (input) => {
            const planted = plant(input)
            if (!hasSecret(planted)) return true
            const echo = {
              body: { code: "20002", msg: `you sent ${secret} and ${encodeURIComponent(secret)}` }
            }
            const exit = await Effect.runPromiseExit(
              Effect.provide(operation(planted), Cloud.answering(echo))
            )
            const shown = inspect(exit, { depth: 12, showHidden: true }) + JSON.stringify(exit) + String(exit)
            return !shown.includes(secret) && !shown.includes(encodeURIComponent(secret))
          }),
          { numRuns: 20 }
        ))
    })
  }
})

const secret = "PLANTED/SECRET+1"

/** The same input with every secret replaced by one that can be looked for; without secrets, nothing can leak. */
const plant = (input: unknown): unknown =>
  Redacted.isRedacted(input)
    ? Redacted.make(secret)
    : typeof input === "object" && input !== null && Object.getPrototypeOf(input) === Object.prototype
      ? Object.fromEntries(Object.entries(input).map(([key, value]) => [key, plant(value)]))
      : input

const hasSecret = (input: unknown): boolean =>
  Redacted.isRedacted(input) ||
  (typeof input === "object" && input !== null && Object.values(input).some(hasSecret))

describe("types", () => {
  it("say exactly which errors an operation documents", () => {
    expectTypeOf<Device.GetInfoError>().toEqualTypeOf<
      | ApiError.ParameterError
      | ApiError.TokenRejected
      | ApiError.AppKeyInvalid
      | ApiError.ServerDataError
      | ApiError.DeviceNotFound
      | ApiError.DeviceSerialInvalid
      | ApiError.DeviceNotOwned
    >()
    expectTypeOf<Effect.Effect.Error<ReturnType<typeof Device.getInfo>>>().toEqualTypeOf<
      Device.GetInfoError | ApiError.Common
    >()
    expectTypeOf<Extract<Ptz.StopError, { readonly _tag: "PtzLeftLimit" }>>().toBeNever()
    expectTypeOf<
      Extract<Ptz.StartError, { readonly _tag: "PtzLeftLimit" }>
    >().toEqualTypeOf<ApiError.PtzLeftLimit>()
  })

  it("are never any", () => {
    type All = (typeof Operations.all)[keyof typeof Operations.all]
    expectTypeOf<Operation.Operation.Input<All>>().not.toBeAny()
    expectTypeOf<Operation.Operation.Success<All>>().not.toBeAny()
    expectTypeOf<Operation.Operation.Failure<All>>().not.toBeAny()
  })

  it("have no playback over hls, and no undocumented tag to catch", () => {
    expectTypeOf<{
      deviceSerial: string
      type: "localRecording"
      protocol: "hls"
    }>().not.toExtend<Live.GetAddressInput>()
    // @ts-expect-error capture does not answer this
    Effect.catchTag(
      Device.capture({ deviceSerial: "1", channelNo: 1 }),
      "DeviceAlreadyAdded",
      () => Effect.void
    )
    assert.isFunction(Ptz.stop)
  })
})
