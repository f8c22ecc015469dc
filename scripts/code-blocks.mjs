// The fenced code blocks of a document.
import { readFileSync } from "node:fs"
import { fromMarkdown } from "mdast-util-from-markdown"

const below = (tree) => (tree.type === "code" ? [tree] : (tree.children ?? []).flatMap(below))

/** Each has `lang`, `meta`, `value` and `position`. */
export const codeBlocks = (document) => below(fromMarkdown(readFileSync(document, "utf8")))
