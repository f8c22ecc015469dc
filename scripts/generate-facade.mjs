// Derives the public types of `@effect-ezviz/node` from the operations and errors of `@effect-ezviz/core`: the same
// names and documentation, in plain types that import nothing. `--check` only says whether they are up to date.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join, relative } from "node:path"
import ts from "typescript"
import { checker, core, exportsOf, program, resolve, source } from "./core-types.mjs"
import { root, tool } from "./lib.mjs"

const facade = join(root, "packages/node/src")
const header =
  "// Generated from @effect-ezviz/core by scripts/generate-facade.mjs: run `pnpm generate`, do not edit.\n"

const isOurs = (declaration) => declaration.getSourceFile().fileName.startsWith(core)
const capitalized = (text) => text[0].toUpperCase() + text.slice(1)

const operationIds = new Set(
  checker
    .getPropertiesOfType(
      checker.getTypeOfSymbol(exportsOf("Operations.ts").find(({ name }) => name === "all"))
    )
    .map(({ name }) => name)
)

// Documentation

/** What is said in terms of Effect, in terms of the façade. */
const translated = (text) =>
  text
    .replace(
      /`Page\.stream\((\w+)\.(\w+), \{\}\)`/g,
      (_, noun, name) =>
        `\`for await (const item of ezviz.${noun[0].toLowerCase()}${noun.slice(1)}.${name}())\``
    )
    // Operations by the names of their methods.
    .replaceAll("`SubAccountPassword.make`", "`subAccountPassword`")
    .replace(/`([A-Z]\w+)\.(\w+)`/g, (text, noun, name) => {
      const id = `${noun[0].toLowerCase()}${noun.slice(1)}.${name}`
      return operationIds.has(id) ? `\`ezviz.${id}\`` : text
    })
    .replace("What `success` is given.", "What the value is.")
    .replace(" A Redacted value is sent as it is, and appears nowhere else.", "")
    .replace(/`Effect\.catchIf\(ApiError\.isIn\("(\w+)"\), …\)`/g, '`error.category === "$1"`')

/** The text of a doc comment, with `{@link}` and the like as they stand in the source. */
const docOf = (symbol) => translated(ts.displayPartsToString(symbol.getDocumentationComment(checker)))

const comment = (text, tags = []) => {
  const lines = [
    ...(text === "" ? [] : text.split("\n")),
    ...(text !== "" && tags.length > 0 ? [""] : []),
    ...tags
  ]
  if (lines.length === 0) return ""
  return lines.length === 1 && tags.length === 0
    ? `/** ${lines[0]} */\n`
    : `/**\n${lines.map((line) => ` * ${line}`.trimEnd()).join("\n")}\n */\n`
}

const tags = (category) => ["@since 0.1.0", ...(category === undefined ? [] : [`@category ${category}`])]

// Types

/** What has no plain form in a public type is worth a word before it gets one by accident. */
const unknownType = (type, where) => {
  throw new Error(`${where}: no plain form is known of ${checker.typeToString(type)}`)
}

const isFrom = (type, name) =>
  type.symbol?.name === name && !type.symbol.declarations.some((declaration) => isOurs(declaration))
const isDuration = (type) => isFrom(type, "Duration")

const mayBeDurationInput = (parts) => parts.some((part) => part.flags & ts.TypeFlags.BigInt)

const partsOf = (type) => (type.isUnion() ? type.types : [type])

const isUndefined = (type) => (type.flags & ts.TypeFlags.Undefined) !== 0

/** Where a property stands in its source; the checker has no order of its own. */
const placeOf = (property) => property.declarations?.[0]?.pos ?? 0

const idsOf = (parts) =>
  parts
    .filter((part) => !isUndefined(part))
    .map(({ id }) => id)
    .sort()
    .join()

/** The unions that the documented tables give a name to. As part of a larger union the checker forgets it. */
const tableUnions = new Map(
  readdirSync(join(core, "reference"))
    .map((file) => `reference/${file}`)
    .filter((file) => program.getSourceFile(source(file)) !== undefined)
    .flatMap(exportsOf)
    .filter((symbol) => symbol.flags & ts.SymbolFlags.TypeAlias)
    .map((symbol) => [checker.getDeclaredTypeOfSymbol(symbol), symbol])
    .filter(([type]) => type.isUnion() && type.types.length > 20)
    .map(([type, symbol]) => [idsOf(type.types), [type, symbol]])
)

/** A declaration that names nothing from elsewhere, as it stands in core. */
const copied = (file, name) => {
  const [declaration] = exportsOf(file).find((symbol) => symbol.name === name).declarations
  return `${translated(declaration.getFullText().trim())}\n`
}

/** The module of the noun that a type was first declared in. */
const homes = new Map()

/** The tables that any module names, declared once. */
const allTables = new Map()

/**
 * Writes types of one module. A named interface or alias of core keeps its name, and is declared once in the module
 * that `declare` writes to.
 */
const makePrinter = (declare, elsewhere = () => undefined) => {
  const named = new Map()
  const usedTables = new Set()
  /** Whether optional properties may be `undefined` as well: those that a caller gives, not those he gets. */
  let loose = true
  const claim = (name, type, write) => {
    if (named.has(name)) {
      if (named.get(name) !== type) throw new Error(`two types are called ${name}`)
      return name
    }
    named.set(name, type)
    write()
    return name
  }

  const literal = (type) => type.isStringLiteral() || type.isNumberLiteral()

  const print = (type, where) => {
    if (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.TypeParameter)) return unknownType(type, where)
    if (type.flags & ts.TypeFlags.Boolean) return "boolean"
    if (literal(type)) return JSON.stringify(type.value)
    if (type.flags & ts.TypeFlags.BooleanLiteral) return checker.typeToString(type)
    if (type.isUnion()) {
      const alias = type.aliasSymbol
      return alias?.declarations.some(isOurs) && type.aliasTypeArguments === undefined
        ? printAlias(alias.name, type, alias, where)
        : union(type.types, where)
    }
    if (type.flags & (ts.TypeFlags.Intrinsic | ts.TypeFlags.TemplateLiteral))
      return checker.typeToString(type)
    // Any text besides the ones that are listed, which stay known.
    if (type.isIntersection() && type.types.some((part) => part.flags & ts.TypeFlags.String)) {
      return "(string & {})"
    }
    if (isFrom(type, "Redacted")) return print(checker.getTypeArguments(type)[0], where)
    if (isFrom(type, "Utc")) return "Date"
    if (isFrom(type, "Uint8Array")) return "Uint8Array"
    if (isDuration(type)) return unknownType(type, `${where} (a Duration outside of a property)`)
    if (checker.isTupleType(type)) {
      return `readonly [${checker
        .getTypeArguments(type)
        .map((item) => print(item, where))
        .join(", ")}]`
    }
    if (checker.isArrayType(type)) {
      return `ReadonlyArray<${print(checker.getTypeArguments(type)[0], where)}>`
    }
    if (type.flags & ts.TypeFlags.Object || type.isIntersection()) {
      const declaration = type.symbol?.declarations?.find(ts.isInterfaceDeclaration)
      if (declaration !== undefined) {
        if (!isOurs(declaration) || declaration.typeParameters !== undefined) return unknownType(type, where)
        const known = elsewhere(type.symbol)
        if (known !== undefined) return known
        return printInterface(type.symbol.name, type, type.symbol, "models")
      }
      return members(type, where)
    }
    return unknownType(type, where)
  }

  /** Literals first, in the order of the table they come from. */
  const union = (parts, where, isDeclaration = false) => {
    const [table, symbol] = (!isDeclaration && tableUnions.get(idsOf(parts))) || []
    if (table !== undefined) {
      usedTables.add(symbol.name)
      allTables.set(symbol.name, [table, symbol])
    }
    if (table !== undefined) return `${symbol.name}${parts.some(isUndefined) ? " | undefined" : ""}`
    const boolean = parts.filter((part) => part.flags & ts.TypeFlags.BooleanLiteral)
    const rest = parts.filter((part) => !boolean.includes(part) || boolean.length === 1)
    const texts = [
      ...rest.filter(literal).map((part) => print(part, where)),
      ...(boolean.length === 2 ? ["boolean"] : []),
      ...rest.filter((part) => !literal(part) && !isUndefined(part)).map((part) => print(part, where)),
      ...(parts.some(isUndefined) ? ["undefined"] : [])
    ]
    return [...new Set(texts)].join(" | ")
  }

  const members = (type, where, { without = [], more = "" } = {}) => {
    const properties = checker.getPropertiesOfType(type).filter(({ name }) => !without.includes(name))
    const isOptional = (property) => (property.flags & ts.SymbolFlags.Optional) !== 0
    const inOrder = properties.sort(
      (one, other) => Number(isOptional(one)) - Number(isOptional(other)) || placeOf(one) - placeOf(other)
    )
    const lines = inOrder.map((property) => {
      const name = property.name
      const type = checker.getTypeOfSymbol(property)
      const parts = partsOf(type).filter((part) => !isOptional(property) || !isUndefined(part))
      const isTime = parts.some(isDuration)
      // A DurationInput is a union of all the ways to write one.
      if (isTime && parts.length > 1 && !mayBeDurationInput(parts))
        return unknownType(type, `${where}.${name}`)
      const key = isTime ? `${name}Seconds` : name
      const safe = /^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key)
      const text = isTime ? "number" : union(parts, `${where}.${name}`)
      const doc = docOf(property)
      const unit = isTime ? [doc, "In seconds."].filter(Boolean).join(" ") : doc
      const undefinable = isOptional(property) && loose ? " | undefined" : ""
      return `${comment(unit)}readonly ${safe}${isOptional(property) ? "?" : ""}: ${text}${undefinable}`
    })
    const index = checker.getIndexInfosOfType(type).map((info) => {
      const key = checker.typeToString(info.keyType)
      return `readonly [name: ${key}]: ${print(info.type, where)}`
    })
    if (more !== "") lines.push(more)
    if (lines.length + index.length === 0) return "{ readonly [name: string]: never }"
    return `{\n${[...lines, ...index].join("\n")}\n}`
  }

  const printInterface = (name, type, symbol, category, change) =>
    claim(name, type, () =>
      declare(
        `${comment(docOf(symbol), tags(category))}export interface ${name} ${members(type, name, change)}\n`
      )
    )

  const printAlias = (name, type, symbol, where) =>
    claim(name, type, () => {
      const text = union(partsOf(type), where, true)
      declare(`${comment(docOf(symbol), tags("models"))}export type ${name} = ${text}\n`)
    })

  /** A type as somebody wrote it down: under its name, if it has one. */
  const printNode = (node, type, where) => {
    if (ts.isTypeReferenceNode(node) && node.typeArguments === undefined) {
      const symbol = resolve(checker.getSymbolAtLocation(node.typeName))
      if (symbol.flags & ts.SymbolFlags.TypeAlias && symbol.declarations.some(isOurs)) {
        const known = elsewhere(symbol)
        if (known !== undefined) return known
        return printAlias(symbol.name, type, symbol, where)
      }
    }
    return print(type, where)
  }

  const given = (print) => {
    loose = true
    return print()
  }
  const got = (print) => {
    loose = false
    return print()
  }

  /** Imports the tables that were named. */
  const tableImport = (from) =>
    usedTables.size === 0 ? "" : `import type { ${[...usedTables].sort().join(", ")} } from "${from}"\n`

  return { print, printNode, printAlias, printInterface, claim, given, got, tableImport }
}

/** The last names of classes in a union of errors. */
const classesIn = (type) => partsOf(type).map((part) => part.symbol.name)

// Errors

const apiError = new Map(exportsOf("ApiError.ts").map((symbol) => [symbol.name, symbol]))
const typeNamed = (name) => checker.getDeclaredTypeOfSymbol(apiError.get(name))
const commonErrors = new Set(classesIn(typeNamed("Common")))

const errorsModule = () => {
  const parts = []
  const printer = makePrinter((text) => parts.push(text))
  printer.claim("Category", typeNamed("Category"), () => parts.push(copied("ApiError.ts", "Category")))
  for (const name of ["CallFailure", "About"]) printer.print(typeNamed(name), name)
  printer.printInterface("ApiFailure", typeNamed("ApiFailure"), apiError.get("ApiFailure"), "models")
  parts.push(`/**
 * Any error of a call, seen from its common side.
 *
 * @since 0.1.0
 * @category models
 */
export interface CallError extends Error, CallFailure, About {
  /** Tells the errors apart: the name of the class. */
  readonly tag: string
}

/**
 * An error that the vendor answered with a code, seen from its common side.
 *
 * @since 0.1.0
 * @category models
 */
export interface CodedError extends CallError, ApiFailure {}

/**
 * The class of an error: for \`instanceof\`, and for tests to make one.
 *
 * @since 0.1.0
 * @category models
 */
export interface ErrorClass<out E extends CallError, in Failure> {
  new (failure: Failure): E
  readonly about: About & { readonly tag: E["tag"] }
}
`)
  const inherited = new Set(
    ["CodedError", "Tagged"].flatMap((name) =>
      checker.getPropertiesOfType(typeNamed(name)).map((p) => p.name)
    )
  )
  const ofCall = new Set(checker.getPropertiesOfType(typeNamed("CallError")).map((property) => property.name))
  const classes = [...apiError.values()].filter((symbol) => symbol.flags & ts.SymbolFlags.Class)
  for (const symbol of classes) {
    const { name } = symbol
    const type = checker.getDeclaredTypeOfSymbol(symbol)
    const own = new Set(checker.getPropertiesOfType(type).map((property) => property.name))
    const isCoded = own.has("vendorMessage")
    const extra = checker
      .getPropertiesOfType(type)
      .filter(({ flags, name }) => {
        // Any error may have a cause; where it is part of the class, it is not optional.
        const isCause = name === "cause" && !(flags & ts.SymbolFlags.Optional)
        return isCause || !(isCoded ? inherited : ofCall).has(name)
      })
      .map((property) => {
        const text = printer.print(checker.getTypeOfSymbol(property), `${name}.${property.name}`)
        const optional = property.flags & ts.SymbolFlags.Optional ? "?" : ""
        return `${comment(docOf(property))}readonly ${property.name}${optional}: ${text}\n`
      })
    const category = commonErrors.has(name) ? "common errors" : "errors"
    const failure = isCoded
      ? "ApiFailure"
      : extra.length === 0
        ? "CallFailure"
        : `CallFailure & { ${extra.join("")} }`
    const doc = comment(docOf(symbol), tags(category))
    parts.push(
      `${doc}export interface ${name} extends ${isCoded ? "CodedError" : "CallError"} {\n` +
        `readonly tag: "${name}"\n${isCoded ? "" : extra.join("")}}\n\n` +
        `${doc}export const ${name}: ErrorClass<${name}, ${failure}> = Core.${name}\n`
    )
  }
  const list = (names) => names.map((name) => `\n| ${name}`).join("")
  parts.push(
    `${comment(docOf(apiError.get("Common")), tags("common errors"))}export type CommonError =${list([...commonErrors])}\n`,
    `${comment("Every error that a call can end with.", tags("models"))}export type AnyError =${list(classes.map(({ name }) => name))}\n`
  )
  return {
    "errors.ts": `/**\n * Every way a call can fail, as a class of its own.\n *\n * @since 0.1.0\n */\n${header}import * as Core from "@effect-ezviz/core/ApiError"\n\n${parts.join("\n")}`
  }
}

// Operations

const table = exportsOf("Operations.ts").find(({ name }) => name === "all")

/** Each operation with the export it is: what \`Operations.all\` names in its initializers. */
const operations = checker.getPropertiesOfType(checker.getTypeOfSymbol(table)).map((property) => {
  const { initializer } = property.valueDeclaration
  const exported = checker.getSymbolAtLocation(initializer.name ?? initializer)
  const declared = resolve(exported).valueDeclaration
  // The module that has it for a user: a chapter may be in several files.
  const module = resolve(checker.getSymbolAtLocation(initializer.expression)).valueDeclaration.getSourceFile()
  const [noun, name] = property.name.split(".")
  return {
    id: property.name,
    noun,
    name,
    exported,
    declared,
    module,
    type: checker.getTypeOfSymbol(property)
  }
})

const errorAlias = (name, where, own) =>
  `${comment(`How \`${where}\` can fail.`, tags("errors"))}export type ${name} =${own.map((name) => `\n| errors.${name}`).join("")}\n| errors.CommonError\n`

const operationModule = (noun, members, module) => {
  const types = []
  const printer = makePrinter(
    (text) => types.push(text),
    (symbol) => {
      if (!homes.has(symbol)) homes.set(symbol, { noun: capitalized(noun) })
    }
  )
  const methods = members.map(({ declared, exported, id, name, type }) => {
    const [input, value, error] = checker.getTypeArguments(type)
    const nodes = declared.type?.typeArguments
    const write = (index, type) =>
      nodes === undefined ? printer.print(type, id) : printer.printNode(nodes[index], type, id)
    const names = { input: printer.given(() => write(0, input)), value: printer.got(() => write(1, value)) }
    const errorName = `${capitalized(name)}Error`
    const own = classesIn(error).filter((name) => !commonErrors.has(name))
    printer.claim(errorName, error, () => types.push(errorAlias(errorName, id, own)))
    const isPaged = type.symbol.name === "Paged"
    const call = `${isPaged ? "PagedCall" : "Call"}<${names.value}, ${errorName}>`
    const optional = partsOf(input).some((part) =>
      checker.getPropertiesOfType(part).every((property) => property.flags & ts.SymbolFlags.Optional)
    )
    return {
      id,
      name,
      doc: comment(docOf(exported), tags("operations")),
      signature: `(input${optional ? "?" : ""}: ${names.input}, options?: CallOptions): ${call}`,
      entry: `readonly "${id}": ${capitalized(noun)}.${capitalized(noun)}Operations["${name}"]`
    }
  })
  const calls = ["Call", "PagedCall"].filter((name) =>
    methods.some(({ signature }) => signature.includes(`: ${name}<`))
  )
  const text = `${comment(moduleDoc(module), tags())}${header}import type { ${[calls[0], "CallOptions", ...calls.slice(1)].join(", ")} } from "../Call.js"
import type * as errors from "../errors.js"
${printer.tableImport("../Tables.js")}
${types.join("\n")}
${comment(`The operations of \`ezviz.${noun}\`.`, tags("models"))}export interface ${capitalized(noun)}Operations {
${methods.map(({ doc, name, signature }) => `${doc}${name}${signature}`).join("\n\n")}
}
`
  return { text, methods }
}

/** The comment at the top of a module, which belongs to no declaration. */
const moduleDoc = (file) => {
  const [range] = ts.getLeadingCommentRanges(file.text, 0) ?? []
  if (range === undefined) return ""
  return file.text
    .slice(range.pos, range.end)
    .replace(/^\/\*\*|\*\/$/g, "")
    .split("\n")
    .map((line) => line.replace(/^\s*\* ?/, "").trimEnd())
    .filter((line) => !line.startsWith("@"))
    .join("\n")
    .trim()
}

const tablesModule = () => {
  const parts = []
  const printer = makePrinter((text) => parts.push(text))
  for (const [name, [type, symbol]] of allTables) printer.printAlias(name, type, symbol, name)
  return {
    "Tables.ts": `/**\n * Documented tables that are too long to be written out where they are used.\n *\n * @since 0.1.0\n */\n${header}\n${parts.join("\n")}`
  }
}

// Helpers

/** What core does of several calls, as methods: of the client itself, or of a noun. Each takes one input. */
const helpers = [
  { name: "snapshot", file: "Snapshots.ts", from: "take" },
  { name: "liveUrl", file: "LiveSession.ts", from: "get" },
  { name: "liveSession", file: "LiveSession.ts", from: "session" },
  { name: "recordings", file: "Recordings.ts", from: "timeline" },
  { name: "formatDisk", file: "DiskFormat.ts", from: "run" },
  { name: "upgradeFirmware", file: "FirmwareUpgrade.ts", from: "run" },
  { noun: "device", name: "waitUntilOnline", file: "Presence.ts", from: "waitUntilOnline" },
  { noun: "ptz", name: "move", file: "Movement.ts", from: "move" },
  { noun: "alarm", name: "poll", file: "AlarmFeed.ts", from: "poll" }
]
const helpedNouns = new Set(helpers.map(({ noun }) => noun).filter(Boolean))

const helpersModule = () => {
  const types = []
  const nouns = new Set()
  const printer = makePrinter(
    (text) => types.push(text),
    (symbol) => {
      const home = homes.get(symbol)
      if (home === undefined) return undefined
      nouns.add(home.noun)
      return `${home.noun}.${symbol.name}`
    }
  )
  const methods = helpers.map(({ file, from, name, noun }) => {
    const symbol = exportsOf(file).find((symbol) => symbol.name === from)
    const type = checker.getTypeOfSymbol(symbol)
    const [signature] = type.getCallSignatures()
    const result = signature.getReturnType()
    const isStream = result.symbol.name === "Stream"
    const [value, error] = checker.getTypeArguments(result)
    const inputs = signature.getParameters().map((parameter) => {
      const { questionToken, initializer, type } = parameter.valueDeclaration
      const text = printer.given(() => printer.printNode(type, checker.getTypeFromTypeNode(type), name))
      return { text, optional: questionToken !== undefined || initializer !== undefined }
    })
    const optional = inputs.every((input) => input.optional) ? "?" : ""
    const text = printer.got(() => printer.print(value, name))
    const errorName = `${capitalized(name)}Error`
    const where = noun === undefined ? name : `${noun}.${name}`
    const own = classesIn(error).filter((name) => !commonErrors.has(name))
    printer.claim(errorName, error, () => types.push(errorAlias(errorName, where, own)))
    const input = inputs.map(({ text }) => text).join(" & ")
    const out = isStream ? `AsyncIterableIterator<${text}>` : `Task<${text}, ${errorName}>`
    return {
      noun,
      text: `${comment(docOf(symbol), tags("helpers"))}${name}(input${optional}: ${input}, options?: CallOptions): ${out}`
    }
  })
  const groups = [undefined, ...helpedNouns].map((noun) => {
    const name = noun === undefined ? "Helpers" : `${capitalized(noun)}Helpers`
    const where = noun === undefined ? "ezviz" : `ezviz.${noun}`
    const own = methods.filter((method) => method.noun === noun).map(({ text }) => text)
    return `${comment(`What \`${where}\` does of several calls.`, tags("models"))}export interface ${name} {\n${own.join("\n\n")}\n}\n`
  })
  const imports = [...nouns].sort().map((noun) => `import type * as ${noun} from "./operations/${noun}.js"`)
  return {
    "Helpers.ts": `/**
 * What people ask for, made of several calls.
 *
 * @since 0.1.0
 */
${header}import type { CallOptions, Task } from "./Call.js"
import type * as errors from "./errors.js"
${imports.join("\n")}
${printer.tableImport("./Tables.js")}
${types.join("\n")}
${groups.join("\n")}`
  }
}

const operationModules = () => {
  const nouns = [...new Set(operations.map(({ noun }) => noun))]
  const files = {}
  const entries = []
  const groups = []
  for (const noun of nouns) {
    const members = operations.filter((operation) => operation.noun === noun)
    const { module } = members[0]
    const { methods, text } = operationModule(noun, members, module)
    const name = capitalized(noun)
    files[`operations/${name}.ts`] = text
    entries.push(...methods.map(({ entry }) => entry))
    groups.push(
      `${comment(moduleDoc(module))}readonly ${noun}: ${name}.${name}Operations${helpedNouns.has(noun) ? ` & ${name}Helpers` : ""}`
    )
  }
  const hosts = checker.getTypeOfSymbol(exportsOf("Region.ts").find(({ name }) => name === "hosts"))
  const regions = checker.getPropertiesOfType(hosts).map(({ name }) => JSON.stringify(name))
  const request = []
  const symbol = exportsOf("EzvizClient.ts").find(({ name }) => name === "Request")
  makePrinter((text) => request.push(text)).printInterface(
    "Request",
    checker.getDeclaredTypeOfSymbol(symbol),
    symbol,
    "models",
    {
      without: ["success"],
      more: `${comment("The names of parameters that must not show up in any error or log.")}readonly secrets?: ReadonlyArray<string> | undefined`
    }
  )
  const names = nouns.map(capitalized).sort()
  files["Operations.ts"] = `/**
 * Every operation by its id, and by its noun.
 *
 * @since 0.1.0
 */
${header}import type { ${[...helpedNouns].map((noun) => `${capitalized(noun)}Helpers`).join(", ")} } from "./Helpers.js"
${names.map((name) => `import type * as ${name} from "./operations/${name}.js"`).join("\n")}

export type { ${names.join(", ")} }

${comment("Where to ask first, by a name people know.", tags("models"))}export type Region = ${regions.join(" | ")}

${copied("Operation.ts", "Page")}
${request.join("\n")}
${comment("The method of each operation, by its id.", tags("models"))}export interface Operations {
${entries.join("\n")}
}

${comment("The operations, grouped by noun.", tags("models"))}export interface Nouns {
${groups.join("\n\n")}
}
`
  return files
}

// Writing

const formatted = async (file, text) => {
  const scratch = join(facade, `${file.replace(/\.ts$/, "")}.generating.ts`)
  mkdirSync(join(scratch, ".."), { recursive: true })
  writeFileSync(scratch, text)
  try {
    const { code, output } = await tool("@biomejs/biome", "biome", ["check", "--write", scratch])
    if (code !== 0) throw new Error(`${file} is not valid:\n${output}`)
    return readFileSync(scratch, "utf8")
  } finally {
    rmSync(scratch)
  }
}

const generated = { ...errorsModule(), ...operationModules(), ...helpersModule(), ...tablesModule() }
const stale = []
for (const [file, text] of Object.entries(generated)) {
  const path = join(facade, file)
  const fresh = await formatted(file, text)
  if (existsSync(path) && readFileSync(path, "utf8") === fresh) continue
  stale.push(relative(root, path))
  if (!process.argv.includes("--check")) writeFileSync(path, fresh)
}
for (const file of existsSync(join(facade, "operations")) ? readdirSync(join(facade, "operations")) : []) {
  if (Object.hasOwn(generated, `operations/${file}`)) continue
  stale.push(`packages/node/src/operations/${file}`)
  if (!process.argv.includes("--check")) rmSync(join(facade, "operations", file))
}
if (process.argv.includes("--check") && stale.length > 0) {
  console.error(`not up to date, run \`pnpm generate\`: ${stale.join(", ")}`)
  process.exitCode = 1
} else {
  console.log(stale.length === 0 ? "up to date" : `written: ${stale.join(", ")}`)
}
