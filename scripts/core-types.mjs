// Core's sources as the compiler sees them, for what is generated from their types and documentation.
import { join } from "node:path"
import ts from "typescript"
import { root } from "./lib.mjs"

export const core = join(root, "packages/core/src")

const base = ts.readConfigFile(join(root, "tsconfig.base.json"), ts.sys.readFile).config.compilerOptions
const { options } = ts.convertCompilerOptionsFromJson(
  { ...base, composite: false, noEmit: true, incremental: false },
  root
)

export const source = (file) => join(core, file)
export const program = ts.createProgram([source("index.ts")], options)
export const checker = program.getTypeChecker()

export const exportsOf = (file) =>
  checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(source(file))))

/** What a re-export stands for. */
export const resolve = (symbol) =>
  symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
