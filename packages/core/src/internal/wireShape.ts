/** What a schema says of the wire, for documents of it: OpenAPI, reference pages, the comparison with the catalogue. */
import * as Option from "effect/Option"
import * as AST from "effect/SchemaAST"
import * as Wire from "../Wire.js"

const property = (signature: AST.PropertySignature): AST.PropertySignature =>
  new AST.PropertySignature(
    signature.name,
    wireShape(signature.type),
    signature.isOptional,
    signature.isReadonly,
    signature.annotations
  )

/**
 * The type of what travels. Where a schema says so, by its `Wire.Shape` or by an annotation for JSON schemas, that is
 * what it documents; elsewhere it is the encoded side.
 */
export const wireShape = (ast: AST.AST): AST.AST => {
  const shape = AST.getAnnotation<Wire.Shape>(ast, Wire.Shape)
  if (Option.isSome(shape)) return wireShape(shape.value())
  if (Option.isSome(AST.getJSONSchemaAnnotation(ast))) return ast
  switch (ast._tag) {
    case "Transformation":
      return wireShape(ast.from)
    case "Refinement": {
      const from = wireShape(ast.from)
      return from === ast.from ? ast : from
    }
    case "TypeLiteral":
      return new AST.TypeLiteral(ast.propertySignatures.map(property), ast.indexSignatures, ast.annotations)
    case "TupleType":
      return new AST.TupleType(
        ast.elements.map((element) => new AST.OptionalType(wireShape(element.type), element.isOptional)),
        ast.rest.map((rest) => new AST.Type(wireShape(rest.type))),
        ast.isReadonly,
        ast.annotations
      )
    case "Union":
      return AST.Union.make(ast.types.map(wireShape), ast.annotations)
    default:
      return ast
  }
}
