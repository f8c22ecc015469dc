import type * as Redacted from "effect/Redacted"
import * as Schema from "effect/Schema"
import type * as Wire from "../Wire.js"

/**
 * The signed address of a picture in a list, which is a secret, and empty where there is no picture: `null` reads as
 * that. An alarm without a picture must not cost the list.
 */
export const PictureUrl: Wire.Reads<Redacted.Redacted<string>> = /*#__PURE__*/ Schema.make<
  Redacted.Redacted<string>,
  unknown
>(
  /*#__PURE__*/ Schema.transform(
    /*#__PURE__*/ Schema.NullOr(Schema.String),
    /*#__PURE__*/ Schema.Redacted(Schema.String),
    { strict: true, decode: (wire) => wire ?? "", encode: (url) => url }
  ).annotations({ jsonSchema: { type: "string", format: "password" } }).ast
)
