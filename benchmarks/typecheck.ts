/**
 * What 86 operations with 15 errors each cost the type-checker: declared as ours, against the same as an `HttpApi`
 * of @effect/platform with its client. Both programs are generated here, and use every endpoint once.
 */
import { execFileSync } from "node:child_process"
import { mkdirSync, rmSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { Operations } from "@effect-ezviz/core"
import * as Compare from "./compare.js"

const operations = 86
const errorsEach = 15

const root = fileURLToPath(new URL("../..", import.meta.url))
const directory = join(root, "benchmarks", "node_modules", ".cache", "typecheck")
const tsc = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin", "tsc")

/** The classes of errors that documented operations answer. */
const classes = [
  ...new Set(
    Object.values(Operations.all).flatMap(({ definition }) =>
      Object.values(definition.errors).map((Class) => Class.about.tag)
    )
  )
]
const errorsOf = (index: number) =>
  Array.from({ length: errorsEach }, (_, n) => classes[(index * 7 + n) % classes.length] ?? "")
const indices = Array.from({ length: operations }, (_, index) => index)

const write = (name: string, files: Readonly<Record<string, string>>): string => {
  const folder = join(directory, name)
  mkdirSync(folder, { recursive: true })
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text)
  const config = {
    extends: join(root, "tsconfig.base.json"),
    compilerOptions: { noEmit: true, composite: false, incremental: false, types: [] },
    include: ["*.ts"]
  }
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config))
  return folder
}

const ours = () => {
  const declarations = indices.map(
    (index) => `
const Payload${index} = Schema.Struct({
  deviceSerial: Field.DeviceSerial,
  channelNo: Field.optional(Field.ChannelNo),
  enable: Schema.Number
})
export interface Input${index} extends Schema.Schema.Type<typeof Payload${index}> {}
const Result${index} = Wire.result({ deviceSerial: Wire.Text, status: Wire.Integer, at: Wire.optional(Wire.EpochMillis) })
export interface Result${index} extends Schema.Schema.Type<typeof Result${index}> {}
const errors${index} = {
${errorsOf(index)
  .map((name, n) => `  "${70_000 + n}": ApiError.${name}`)
  .join(",\n")}
}
export type Error${index} = Operation.ErrorOf<typeof errors${index}>
export const op${index}: Operation.Operation<Input${index}, Result${index}, Error${index}> = Operation.make({
  id: "noun.verb${index}",
  section: "Section",
  lines: [1, 2],
  method: "POST",
  path: "/api/${index}",
  semantics: "read",
  payload: Payload${index},
  success: Result${index},
  errors: errors${index}
})`
  )
  return write("operations", {
    "api.ts": `import * as Schema from "effect/Schema"
import { ApiError, Field, Operation, Wire } from "@effect-ezviz/core"
${declarations.join("\n")}
`,
    "use.ts": `import * as Effect from "effect/Effect"
import * as Api from "./api.js"
${indices
  .map(
    (index) =>
      `export const use${index} = Effect.catchTag(Api.op${index}({ deviceSerial: "1", enable: 1 }), "${errorsOf(index)[0]}", () => Effect.succeed(undefined))`
  )
  .join("\n")}
`
  })
}

const httpApi = () => {
  const endpoints = indices.map(
    (index) => `const endpoint${index} = HttpApiEndpoint.post("op${index}", "/api/${index}")
  .setPayload(Schema.Struct({
    deviceSerial: Schema.String.pipe(Schema.pattern(/^[!-~]{1,50}$/)),
    channelNo: Schema.optionalWith(Schema.Int, { exact: true }),
    enable: Schema.Number
  }))
  .addSuccess(Schema.Struct({ deviceSerial: Schema.String, status: Schema.Int, at: Schema.optionalWith(Schema.DateTimeUtcFromNumber, { exact: true }) }))
${errorsOf(index)
  .map((name) => `  .addError(E.${name})`)
  .join("\n")}`
  )
  const groups = Array.from({ length: 10 }, (_, group) => {
    const own = indices.filter((index) => index % 10 === group)
    return `const group${group} = HttpApiGroup.make("group${group}")${own.map((index) => `.add(endpoint${index})`).join("")}`
  })
  return write("http-api", {
    "errors.ts": `import * as Schema from "effect/Schema"
${classes
  .map(
    (name) =>
      `export class ${name} extends Schema.TaggedError<${name}>()("${name}", { code: Schema.String, operation: Schema.String, vendorMessage: Schema.String, httpStatus: Schema.Number }) {}`
  )
  .join("\n")}
`,
    "api.ts": `import * as HttpApi from "@effect/platform/HttpApi"
import * as HttpApiEndpoint from "@effect/platform/HttpApiEndpoint"
import * as HttpApiGroup from "@effect/platform/HttpApiGroup"
import * as Schema from "effect/Schema"
import * as E from "./errors.js"
${endpoints.join("\n")}
${groups.join("\n")}
export const api = HttpApi.make("ezviz")${Array.from({ length: 10 }, (_, group) => `.add(group${group})`).join("")}
`,
    "use.ts": `import * as HttpApiClient from "@effect/platform/HttpApiClient"
import * as Effect from "effect/Effect"
import { api } from "./api.js"
export const make = Effect.gen(function* () {
  const client = yield* HttpApiClient.make(api)
  return [
${indices
  .map(
    (index) =>
      `    Effect.catchTag(client.group${index % 10}.op${index}({ payload: { deviceSerial: "1", enable: 1 } }), "${errorsOf(index)[0]}", () => Effect.succeed(undefined))`
  )
  .join(",\n")}
  ] as const
})
`
  })
}

const seconds = (folder: string) => {
  const output = execFileSync(process.execPath, [tsc, "-p", folder, "--extendedDiagnostics"], {
    encoding: "utf8"
  })
  const figure = /Check time:\s+([\d.]+)s/.exec(output)?.[1]
  if (figure === undefined) throw new Error(`no check time in:\n${output}`)
  return Number(figure)
}

rmSync(directory, { recursive: true, force: true })
const folders = { ours: ours(), httpApi: httpApi() }
Compare.print(
  `Type-checking ${operations} operations with ${errorsEach} errors each, all used once`,
  "s",
  await Compare.compare(
    { name: "HttpApi and HttpApiClient", measure: () => seconds(folders.httpApi) },
    [{ name: "Operation.make", measure: () => seconds(folders.ours) }],
    { rounds: 5 }
  )
)
rmSync(directory, { recursive: true, force: true })
