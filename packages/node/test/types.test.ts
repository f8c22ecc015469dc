import { execFile } from "node:child_process"
import { fileURLToPath } from "node:url"
import { promisify } from "node:util"
import { assert, describe, expectTypeOf, it } from "@effect/vitest"
import { Operations as CoreOperations, type Operation } from "@effect-ezviz/core"
import type { DateTime, Duration, Redacted } from "effect"
import ts from "typescript"
import type { Call, Operations, PagedCall } from "../src/index.js"
import { withSimulator } from "./simulator.js"

const root = fileURLToPath(new URL("../../../", import.meta.url))

type Defined<T> = Exclude<T, undefined>

/** The rule of `internal/plain.ts` once more, for types, and not by the generator. */
type Plain<T> = T extends string
  ? T
  : T extends Redacted.Redacted<infer A>
    ? A
    : T extends DateTime.Utc
      ? Date
      : T extends ReadonlyArray<infer Item>
        ? ReadonlyArray<Plain<Item>>
        : T extends object
          ? {
              readonly [K in keyof T as Defined<T[K]> extends Duration.Duration
                ? `${K & string}Seconds`
                : K]: Defined<T[K]> extends Duration.Duration ? number : Plain<T[K]>
            }
          : T

/** An operation that is not generated yet is found by the test below, and in nobody's way until then. */
type Core = Pick<typeof CoreOperations.all, keyof Operations & keyof typeof CoreOperations.all>
type Is<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never
type Input<Id extends keyof Operations> = Defined<Parameters<Operations[Id]>[0]>
type Value<Id extends keyof Operations> =
  ReturnType<Operations[Id]> extends Call<infer A, infer _E> ? A : never
type Tags<Id extends keyof Operations> =
  ReturnType<Operations[Id]> extends Call<infer _A, infer E extends { readonly tag: string }>
    ? E["tag"]
    : never
type CoreTags<O> = O extends (input: never) => infer R
  ? R extends { readonly [Symbol.iterator]: infer _ }
    ? R extends import("effect").Effect.Effect<infer _A, infer E extends { readonly _tag: string }, infer _R>
      ? E["_tag"]
      : never
    : never
  : never

/** Optional inputs may be \`undefined\` as well here, which core's may not. */
type Exactly<T> =
  T extends ReadonlyArray<infer Item>
    ? ReadonlyArray<Exactly<Item>>
    : T extends Date
      ? T
      : T extends object
        ? { readonly [K in keyof T]: Exactly<{} extends Pick<T, K> ? Defined<T[K]> : T[K]> }
        : T

describe("the public types", () => {
  // An error here says that the types are not up to date: run `pnpm generate`.
  it("are what core's types are in plain values, for every operation", () => {
    type Inputs = {
      [Id in keyof Core]: Is<Exactly<Input<Id>>, Exactly<Plain<Operation.Operation.Input<Core[Id]>>>>
    }
    type Values = { [Id in keyof Core]: Is<Value<Id>, Plain<Operation.Operation.Success<Core[Id]>>> }
    type Errors = { [Id in keyof Core]: Is<Tags<Id>, CoreTags<Core[Id]>> }
    expectTypeOf<Inputs[keyof Core]>().toEqualTypeOf<true>()
    expectTypeOf<{ [Id in keyof Core]: Inputs[Id] }>().toEqualTypeOf<{ [Id in keyof Core]: true }>()
    expectTypeOf<{ [Id in keyof Core]: Values[Id] }>().toEqualTypeOf<{ [Id in keyof Core]: true }>()
    expectTypeOf<{ [Id in keyof Core]: Errors[Id] }>().toEqualTypeOf<{ [Id in keyof Core]: true }>()
  })

  it("are up to date", async () => {
    await promisify(execFile)(process.execPath, ["scripts/generate-facade.mjs", "--check"], { cwd: root })
  }, 120_000)

  it("call those operations lists that are", () =>
    withSimulator(async ({ client }) => {
      type PagedId = {
        [Id in keyof Operations]: ReturnType<Operations[Id]> extends PagedCall<infer _A, infer _E>
          ? Id
          : never
      }[keyof Operations]
      const ezviz = client()
      const call = ezviz.call as (id: string) => PromiseLike<unknown>
      const paged = Object.values(CoreOperations.all as Readonly<Record<string, Operation.Operation.Any>>)
        .map(({ definition }) => definition.id)
        .filter((id) => {
          const call_ = call(id)
          call_.then(undefined, () => {})
          return Symbol.asyncIterator in call_
        })
      const declared: { readonly [Id in PagedId]: true } = {
        "alarm.list": true,
        "alarm.listByDevice": true,
        "camera.list": true,
        "device.list": true,
        "ram.listAccounts": true
      }
      assert.sameMembers(paged, Object.keys(declared))
    }))
})

describe("an editor", () => {
  const file = fileURLToPath(new URL("example.ts", import.meta.url))
  const text = `import { createEzviz } from "../src/index.js"
const ezviz = createEzviz()
const call = ezviz.device.capture({ deviceSerial: "SIM100000", channelNo: 1 })
const result = await call.safe()
if (!result.ok) result.error.tag
for await (const device of ezviz.device.list()) device.deviceName
ezviz.live.getAddress({ deviceSerial: "SIM100000", protocol: "hls", expireTimeSeconds: 60 })
export {}
`
  const { config } = ts.readConfigFile(`${root}tsconfig.base.json`, ts.sys.readFile)
  const { options } = ts.convertCompilerOptionsFromJson(
    { ...config.compilerOptions, composite: false, types: ["node"] },
    root
  )
  const service = ts.createLanguageService({
    getCompilationSettings: () => options,
    getScriptFileNames: () => [file],
    getScriptVersion: () => "1",
    getScriptSnapshot: (name) => {
      const content = name === file ? text : ts.sys.readFile(name)
      return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content)
    },
    getCurrentDirectory: () => root,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: (name) => name === file || ts.sys.fileExists(name),
    readFile: (name) => (name === file ? text : ts.sys.readFile(name)),
    readDirectory: ts.sys.readDirectory
  })

  /** What is shown when the pointer rests on the last word of \`code\`. */
  const hover = (code: string) => {
    const info = service.getQuickInfoAtPosition(file, text.indexOf(code) + code.length - 1)
    return {
      type: ts.displayPartsToString(info?.displayParts),
      text: ts.displayPartsToString(info?.documentation)
    }
  }

  it("shows types of one line, and the documentation", () => {
    const capture = hover("ezviz.device.capture")
    assert.strictEqual(
      capture.type,
      "(method) DeviceOperations.capture(input: CaptureInput, options?: CallOptions): Call<Capture, CaptureError>"
    )
    assert.match(capture.text, /^Takes a picture now\. Leave at least 4 seconds/)
    assert.strictEqual(
      hover("ezviz.device.list").type,
      "(method) DeviceOperations.list(input?: ListInput, options?: CallOptions): PagedCall<DeviceListItem, ListError>"
    )
    assert.strictEqual(hover("const result").type, "const result: Result<Capture, CaptureError>")
    assert.strictEqual(
      hover("ezviz.device").text,
      'Chapters "Device Operation", "Device Query" and "Device Switch".'
    )
    assert.match(hover("expireTimeSeconds").text, /30 s to 720 days.*In seconds\.$/)
  }, 60_000)

  it("finds nothing wrong", () => {
    assert.deepStrictEqual(
      service.getSemanticDiagnostics(file).map(({ messageText }) => messageText),
      []
    )
  }, 60_000)
})
