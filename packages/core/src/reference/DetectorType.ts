/**
 * The detectors of A1 hubs: their types, and the models that are of each. A hub may have others besides.
 *
 * Source: "A1 Detector", Get Detector List and Set device associated with detector.
 *
 * @since 0.1.0
 */
import * as Schema from "effect/Schema"
import * as Wire from "../Wire.js"

/**
 * The code of every documented type, as the table writes it; answers have it in lower case as well.
 *
 * @since 0.1.0
 * @category tables
 */
export const codes = {
  videoDevice: "V",
  alarmIn: "I",
  alarmOut: "O",
  pir: "PIR",
  smoke: "FIRE",
  magneticContact: "MAGNETOMETER",
  combustibleGas: "GAS",
  waterLeak: "WATERLOGGING",
  emergencyButton: "CALLHELP",
  remoteControl: "TELECONTROL",
  alarmDevice: "ALERTOR",
  keyboard: "KEYBOARD",
  curtain: "CURTAIN",
  openClose: "MOVE_MAGNETOMETER"
} as const

/**
 * @since 0.1.0
 * @category models
 */
export type DetectorType = keyof typeof codes

/**
 * The type of every documented model. Video and alarm-in and -out devices and keyboards have no model there, and there
 * is no T7.
 *
 * @since 0.1.0
 * @category tables
 */
export const models = {
  T1: "pir",
  T2: "magneticContact",
  T3: "emergencyButton",
  T4: "smoke",
  T5: "curtain",
  T6: "openClose",
  T8: "combustibleGas",
  T9: "alarmDevice",
  T10: "waterLeak",
  K2: "remoteControl"
} as const satisfies { readonly [model: string]: DetectorType }

/**
 * @since 0.1.0
 * @category models
 */
export type DetectorModel = keyof typeof models

const isModel = (model: string): model is DetectorModel => Object.hasOwn(models, model)
const isType = (name: string): name is DetectorType => Object.hasOwn(codes, name)

/**
 * The type of a code, in whichever case it comes; `undefined` where it is not documented.
 *
 * @since 0.1.0
 * @category lookup
 */
export const fromCode = (code: string): DetectorType | undefined => {
  const upper = code.trim().toUpperCase()
  return Object.keys(codes)
    .filter(isType)
    .find((name) => codes[name] === upper)
}

/**
 * The type of a model: `T2` is a magnetic contact; `undefined` where it is not documented.
 *
 * @since 0.1.0
 * @category lookup
 */
export const ofModel = (model: string): DetectorType | undefined => {
  const upper = model.trim().toUpperCase()
  return isModel(upper) ? models[upper] : undefined
}

/**
 * The model of a type; `undefined` where none is documented.
 *
 * @since 0.1.0
 * @category lookup
 */
export const modelOf = (type: DetectorType): DetectorModel | undefined =>
  Object.keys(models)
    .filter(isModel)
    .find((model) => models[model] === type)

/**
 * For answers: the name of a type, or the code of one that has no name here, as it came.
 *
 * @since 0.1.0
 * @category schemas
 */
export const Output: Wire.Reads<DetectorType | (string & {})> = /*#__PURE__*/ Schema.transform(
  Wire.Text,
  /*#__PURE__*/ Schema.String.pipe(
    /*#__PURE__*/ Schema.filter((type) => isType(type) || fromCode(type) === undefined)
  ),
  {
    strict: true,
    decode: (code) => fromCode(code) ?? code,
    encode: (type) => (isType(type) ? codes[type] : type)
  }
).annotations({
  [Wire.Shape]: () =>
    Schema.Unknown.annotations({
      jsonSchema: {
        type: "string",
        anyOf: [
          ...Object.entries(codes).map(([title, code]) => ({ const: code, title })),
          { title: "one that has no name yet" }
        ]
      }
    }).ast
})

/**
 * For parameters: a model, documented or not. The code of a type in its place is refused: the wire's name for the
 * parameter invites that mistake.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ModelInput: Schema.Schema<DetectorModel | (string & {}), string> =
  /*#__PURE__*/ Schema.String.pipe(
    /*#__PURE__*/ Schema.filter((model) => model !== "" && fromCode(model) === undefined, {
      description: 'the model of a detector, such as "T2", and not its type',
      arbitrary: () => (fc) => fc.constantFrom(...Object.keys(models))
    })
  ).annotations({ jsonSchema: { type: "string", minLength: 1, examples: ["T2"] } })
