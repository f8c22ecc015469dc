/**
 * What a sub-account may do: a list of statements, each of which grants permissions on devices or on their channels.
 * What no statement grants is forbidden.
 *
 * Source: "Sub-account (RAM)". The page on the grammar of policies is not part of the documentation; this is what its
 * samples show.
 *
 * @example
 * ```ts
 * import { Policy, Ram } from "@effect-ezviz/core"
 *
 * const policy = Policy.make(
 *   Policy.statement(["GET", "UPDATE", "REAL"], [Policy.device("469631729"), Policy.camera("544229080", 1)]),
 *   Policy.statement(["GET"], [Policy.device("470686804")])
 * )
 * const program = Ram.setPolicy({ accountId: "b3ad7ba927524b748e557572024d4ac2", policy })
 * ```
 *
 * @since 0.1.0
 */
import * as Schema from "effect/Schema"
import * as Field from "./Field.js"
import * as Wire from "./Wire.js"

/**
 * A permission by its name. `GET`, `UPDATE` and `REAL` are in the documentation's policies; its operations ask for
 * `Get`, `Config` and `Format`, and the vendor's pages in Chinese for `Capture`, `Ptz` and `Replay` as well. There may be
 * others.
 *
 * @since 0.1.0
 * @category models
 */
export type Permission =
  | "GET"
  | "UPDATE"
  | "REAL"
  | "REPLAY"
  | "CAPTURE"
  | "PTZ"
  | "CONFIG"
  | "FORMAT"
  | (string & {})

/**
 * A whole device, or one channel of it.
 *
 * @since 0.1.0
 * @category models
 */
export interface DeviceResource {
  readonly deviceSerial: string
  /** The channel, from 1. Left out, it is the device with all its channels. */
  readonly channelNo?: number
}

/**
 * What a permission is about: a device or a channel, or the text of something that the documentation does not know.
 *
 * @since 0.1.0
 * @category models
 */
export type Resource = DeviceResource | string

/**
 * Grants each of the permissions on each of the resources.
 *
 * @since 0.1.0
 * @category models
 */
export interface Statement {
  readonly permissions: ReadonlyArray<Permission>
  readonly resources: ReadonlyArray<Resource>
}

/**
 * @since 0.1.0
 * @category models
 */
export interface Policy {
  readonly statements: ReadonlyArray<Statement>
}

/**
 * A policy of these statements. Without any, it forbids everything.
 *
 * @since 0.1.0
 * @category constructors
 */
export const make = (...statements: ReadonlyArray<Statement>): Policy => ({ statements })

/**
 * A statement that grants permissions on resources; at least one of each.
 *
 * @since 0.1.0
 * @category constructors
 */
export const statement = (
  permissions: ReadonlyArray<Permission>,
  resources: ReadonlyArray<Resource>
): Statement => ({ permissions, resources })

/**
 * A device with all its channels: `dev:469631729` on the wire.
 *
 * @since 0.1.0
 * @category constructors
 */
export const device = (deviceSerial: string): DeviceResource => ({ deviceSerial })

/**
 * One channel of a device: `cam:544229080:1` on the wire.
 *
 * @since 0.1.0
 * @category constructors
 */
export const camera = (deviceSerial: string, channelNo: number): DeviceResource => ({
  deviceSerial,
  channelNo
})

// On the wire

const PermissionName = /*#__PURE__*/ Schema.String.pipe(
  /*#__PURE__*/ Schema.filter((name) => /^[^,\s]([^,]*[^,\s])?$/.test(name), {
    description: "the name of a permission, without a comma",
    arbitrary: () => (fc) =>
      fc.oneof(fc.constantFrom("GET", "UPDATE", "REAL"), fc.stringMatching(/^[A-Za-z_]{1,12}$/))
  })
)

const Target = /*#__PURE__*/ Schema.Struct(Field.target).annotations({
  parseOptions: { onExcessProperty: "error" }
})
const isTarget = /*#__PURE__*/ Schema.is(Target)

/** A serial may have colons in it: the channel is what follows the last one. */
const shape = /^(?:dev:(?<device>.+)|cam:(?<camera>.+):(?<channel>[1-9]\d*))$/

const parse = (text: string): Resource => {
  const { camera, channel, device } = shape.exec(text)?.groups ?? {}
  const target =
    camera === undefined ? { deviceSerial: device } : { deviceSerial: camera, channelNo: Number(channel) }
  return isTarget(target) ? target : text
}

const print = (resource: Resource): string =>
  typeof resource === "string"
    ? resource
    : resource.channelNo === undefined
      ? `dev:${resource.deviceSerial}`
      : `cam:${resource.deviceSerial}:${resource.channelNo}`

const resourceOf = (text: Schema.Schema<string>): Schema.Schema<Resource, string> =>
  Schema.transform(
    Schema.String,
    Schema.Union(
      Target,
      text.annotations({
        arbitrary: () => (fc) => fc.string({ minLength: 1 }).filter((other) => parse(other) === other)
      })
    ),
    { strict: true, decode: parse, encode: print }
  ).annotations({ jsonSchema: { type: "string", description: "dev:SERIAL or cam:SERIAL:CHANNEL" } })

const Permissions: Schema.Schema<ReadonlyArray<Permission>, string> = /*#__PURE__*/ Schema.transform(
  Schema.String,
  /*#__PURE__*/ Schema.Array(PermissionName),
  {
    strict: true,
    decode: (text) =>
      text
        .split(",")
        .map((name) => name.trim())
        .filter((name) => name !== ""),
    encode: (names) => names.join()
  }
).annotations({
  jsonSchema: { type: "string", description: "names of permissions, with commas between them" }
})

/** What was read may be sent again, `extra` and all; a misspelt name is missing, and refused for that. */
const withExtra = { parseOptions: { onExcessProperty: "ignore" } } as const

const StatementInput = /*#__PURE__*/ Schema.Struct({
  permissions: /*#__PURE__*/ Schema.propertySignature(
    /*#__PURE__*/ Permissions.pipe(
      /*#__PURE__*/ Schema.minItems(1, { description: "the names of permissions, at least one" })
    )
  ).pipe(/*#__PURE__*/ Schema.fromKey("Permission")),
  resources: /*#__PURE__*/ Schema.propertySignature(
    /*#__PURE__*/ Schema.Array(/*#__PURE__*/ resourceOf(Field.Text)).pipe(
      /*#__PURE__*/ Schema.minItems(1, { description: "devices or channels, at least one" })
    )
  ).pipe(/*#__PURE__*/ Schema.fromKey("Resource"))
}).annotations(withExtra)

const PolicyInput = /*#__PURE__*/ Schema.Struct({
  statements: /*#__PURE__*/ Schema.propertySignature(/*#__PURE__*/ Schema.Array(StatementInput)).pipe(
    /*#__PURE__*/ Schema.fromKey("Statement")
  )
}).annotations(withExtra)

/**
 * For parameters: a statement, sent as its JSON text.
 *
 * @since 0.1.0
 * @category schemas
 */
export const StatementText: Schema.Schema<Statement, string> = /*#__PURE__*/ Schema.parseJson(StatementInput)

/**
 * For parameters: a policy, sent as its JSON text.
 *
 * @since 0.1.0
 * @category schemas
 */
export const PolicyText: Schema.Schema<Policy, string> = /*#__PURE__*/ Schema.parseJson(PolicyInput)

/**
 * For answers: a policy, with all that is in it and not documented. It can be sent again as it is.
 *
 * @since 0.1.0
 * @category schemas
 */
export const Output = /*#__PURE__*/ Wire.result(
  {
    statements: /*#__PURE__*/ Wire.list(
      /*#__PURE__*/ Wire.result(
        {
          permissions: /*#__PURE__*/ Schema.compose(Wire.Text, Permissions),
          resources: /*#__PURE__*/ Wire.list(/*#__PURE__*/ resourceOf(Schema.String))
        },
        { permissions: ["Permission"], resources: ["Resource"] }
      )
    )
  },
  { statements: ["Statement"] }
)
