import type * as ParseResult from "effect/ParseResult"
import * as AST from "effect/SchemaAST"

/** Where a value does not fit and what would, without a word of the value itself: it may be a secret. */
export interface SafeIssue {
  readonly path: string
  readonly expected: string
}

interface Leaf {
  /** A parameter that is missing or too many tells less than one that is wrong: it may belong to another variant. */
  readonly telling: boolean
  readonly path: ReadonlyArray<PropertyKey>
  readonly expected: string
}

const expectedBy = (ast: AST.AST): string => {
  const description = AST.getDescriptionAnnotation(ast)
  return description._tag === "Some" ? description.value : String(ast)
}

const withPath = (path: ParseResult.Path, rest: ReadonlyArray<PropertyKey>): ReadonlyArray<PropertyKey> =>
  Array.isArray(path) ? [...path, ...rest] : [path as PropertyKey, ...rest]

const asArray = <A>(issues: A | ReadonlyArray<A>): ReadonlyArray<A> =>
  Array.isArray(issues) ? issues : [issues as A]

const rank = (issue: Leaf) => issue.path.length + (issue.telling ? 0.5 : 0)

const leaf = (issue: ParseResult.ParseIssue): Leaf => {
  switch (issue._tag) {
    case "Pointer": {
      const inner = leaf(issue.issue)
      return { ...inner, path: withPath(issue.path, inner.path) }
    }
    case "Refinement":
      return issue.kind === "Predicate" && issue.issue._tag === "Type"
        ? { telling: true, path: [], expected: issue.issue.message ?? expectedBy(issue.ast) }
        : leaf(issue.issue)
    case "Transformation": {
      const inner = leaf(issue.issue)
      const described = AST.getDescriptionAnnotation(issue.ast)
      return inner.path.length === 0 && described._tag === "Some"
        ? { ...inner, expected: described.value }
        : inner
    }
    case "Composite": {
      const leaves = asArray(issue.issues).map(leaf)
      const best = leaves.reduce((a, b) => (rank(b) >= rank(a) ? b : a))
      // Of a union whose members all fail at the top, the union is what was expected, not one of its members.
      return best.path.length === 0 && issue.ast._tag === "Union"
        ? { ...best, expected: expectedBy(issue.ast) }
        : best
    }
    case "Missing":
      return { telling: false, path: [], expected: "a value (it is missing)" }
    case "Unexpected":
      return { telling: false, path: [], expected: "no parameter of this name" }
    case "Type":
      return { telling: true, path: [], expected: issue.message ?? expectedBy(issue.ast) }
    case "Forbidden":
      return { telling: true, path: [], expected: issue.message ?? expectedBy(issue.ast) }
  }
}

/** The first and deepest trouble of a failed decode or encode. */
export const safeIssue = (error: ParseResult.ParseError, root: string): SafeIssue => {
  const { path, expected } = leaf(error.issue)
  return { path: path.length === 0 ? root : path.map(String).join("."), expected }
}
