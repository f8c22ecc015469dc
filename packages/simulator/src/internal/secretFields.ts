/** Which fields hold secrets, by their wire names: those that the operations' schemas make `Redacted`. */
import { EzvizClient, Operations, Wire } from "@effect-ezviz/core"
import * as Option from "effect/Option"
import * as AST from "effect/SchemaAST"

interface Field {
  readonly name: string
  readonly isSecret: boolean
}

const isRedacted = (ast: AST.AST): boolean => {
  switch (ast._tag) {
    case "Declaration":
      return Option.exists(
        AST.getAnnotation<{ readonly _tag: string }>(ast, AST.TypeConstructorAnnotationId),
        ({ _tag }) => _tag === "effect/Redacted"
      )
    case "Transformation":
      return isRedacted(ast.to)
    case "Refinement":
      return isRedacted(ast.from)
    case "Union":
      return ast.types.some(isRedacted)
    case "TupleType":
      return [...ast.elements, ...ast.rest].some(({ type }) => isRedacted(type))
    default:
      return false
  }
}

/** However deep, and on both sides of what is renamed: a name too many hides a little more. */
const fieldsOf = (ast: AST.AST): ReadonlyArray<Field> => {
  const shape = AST.getAnnotation<Wire.Shape>(ast, Wire.Shape)
  if (Option.isSome(shape)) return fieldsOf(shape.value())
  switch (ast._tag) {
    case "TypeLiteral":
      return ast.propertySignatures.flatMap(({ name, type }) => [
        { name: String(name), isSecret: isRedacted(type) },
        ...fieldsOf(type)
      ])
    case "Transformation":
      return [...fieldsOf(ast.from), ...fieldsOf(ast.to)]
    case "Refinement":
      return fieldsOf(ast.from)
    case "Union":
      return ast.types.flatMap(fieldsOf)
    case "TupleType":
      return [...ast.elements, ...ast.rest].flatMap(({ type }) => fieldsOf(type))
    default:
      return []
  }
}

const definitions = Object.values(Operations.all).map(({ definition }) => definition)

/** Of endpoints that no schema describes. */
const looksSecret = /token|secret|passw|pwd|(validate|verif\w*)_?code|signature|^(sign|t)$|ticket|auth_?key/i

const secretNames = (asts: ReadonlyArray<AST.AST>, ...others: ReadonlyArray<string>) => {
  const names = new Set(
    asts.flatMap(fieldsOf).flatMap(({ isSecret, name }) => (isSecret ? [name.toLowerCase()] : []))
  )
  for (const other of others) names.add(other)
  return (name: string): boolean => names.has(name.toLowerCase()) || looksSecret.test(name)
}

/** Whether a parameter of this name is a secret, or the key that goes with one. */
export const isSecretParameter = secretNames(
  definitions.map(({ payload }) => payload.ast),
  "appkey"
)

/** Whether a field of this name in an answer is a secret. */
export const isSecretField = secretNames(definitions.map(({ success }) => success.ast))

/** The parameters that travel in headers, in lower case; the rest of the headers is no part of a call. */
export const headerNames: ReadonlySet<string> = new Set(
  definitions.flatMap((definition) =>
    fieldsOf(definition.payload.ast).flatMap(({ name }) =>
      EzvizClient.placeOf(definition, name) === "header" ? [name.toLowerCase()] : []
    )
  )
)
