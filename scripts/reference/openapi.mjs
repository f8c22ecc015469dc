// The OpenAPI document of the vendor's API, as far as the operations know it.
import { Region } from "./model.mjs"

const hosts = Object.values(Region.hosts).map((url) => new URL(url).host)

const server = (path = "") => ({
  url: `https://{host}${path}`,
  variables: {
    host: {
      default: hosts[0],
      enum: hosts,
      description: "For all but the token the areaDomain that came with the token."
    }
  }
})

const accessToken = { type: "string", format: "password", description: "The access token." }

/** An object out of some of the properties of another one, or of each variant of it. */
const pick = (schema, wanted) => {
  const variants = schema.anyOf ?? [schema]
  const picked = variants.map(({ properties = {}, required = [] }) => {
    const names = Object.keys(properties).filter(wanted)
    const needed = names.filter((name) => required.includes(name))
    return {
      type: "object",
      ...(needed.length > 0 && { required: needed }),
      properties: Object.fromEntries(names.map((name) => [name, properties[name]]))
    }
  })
  const different = new Map(picked.map((variant) => [JSON.stringify(variant), variant]))
  return [...different.values()]
}

const documented = (property, doc) =>
  doc ? { ...property, description: [doc, property.description].filter(Boolean).join(" ") } : property

/** The input with each parameter's documentation. */
const describe = ({ parameters, payload }) => {
  const docs = new Map(parameters.map(({ doc, name, wire }) => [wire ?? name, doc]))
  const one = ({ properties = {}, ...rest }) => ({
    ...rest,
    properties: Object.fromEntries(
      Object.entries(properties).map(([name, property]) => [name, documented(property, docs.get(name))])
    )
  })
  return payload.anyOf ? { anyOf: payload.anyOf.map(one) } : one(payload)
}

const withToken = (variants) =>
  variants.map((variant) => ({
    ...variant,
    required: ["accessToken", ...(variant.required ?? [])],
    properties: { accessToken, ...variant.properties }
  }))

const oneOrAny = (variants) => (variants.length === 1 ? variants[0] : { anyOf: variants })

const requestOf = (operation) => {
  const { auth, in: places, method } = operation.definition
  const payload = describe(operation)
  const placeOf = (name) => (typeof places === "string" ? places : (places[name] ?? "form"))
  const beside = (place) => {
    const variants = pick(payload, (name) => placeOf(name) === place)
    const names = [...new Set(variants.flatMap(({ properties }) => Object.keys(properties)))]
    return names.map((name) => {
      const holders = variants.filter(({ properties }) => Object.hasOwn(properties, name))
      const { description, ...schema } = holders[0].properties[name]
      return {
        name,
        in: place,
        required: variants.every(({ required = [] }) => required.includes(name)),
        ...(description !== undefined && { description }),
        schema
      }
    })
  }
  const parameters = [
    ...(auth === "header"
      ? [{ name: "accessToken", in: "header", required: true, schema: accessToken }]
      : []),
    ...beside("header"),
    ...beside("query")
  ]
  const form = pick(payload, (name) => placeOf(name) === "form")
  const json = pick(payload, (name) => placeOf(name) === "body")
  const hasSome = (variants) => variants.some(({ properties }) => Object.keys(properties).length > 0)
  const content = {
    ...((auth === "form" || hasSome(form)) && {
      "application/x-www-form-urlencoded": { schema: oneOrAny(auth === "form" ? withToken(form) : form) }
    }),
    ...(hasSome(json) && { "application/json": { schema: oneOrAny(json) } })
  }
  return {
    ...(parameters.length > 0 && { parameters }),
    ...(method !== "GET" && Object.keys(content).length > 0 && { requestBody: { required: true, content } })
  }
}

const object = (properties, required = Object.keys(properties)) => ({ type: "object", required, properties })
const text = { type: "string" }
const number = { type: "integer" }

/** The documented envelope around what an operation answers. A refusal has no data. */
const envelopes = {
  lapp: (content) => object({ code: text, msg: text, ...content }, ["code", "msg"]),
  "lapp-page": (content) => object({ code: text, msg: text, ...content }, ["code", "msg"]),
  result: (content) => object({ result: object({ code: text, msg: text, ...content }, ["code", "msg"]) }),
  "v3-meta": (content) => object({ meta: object({ code: number, message: text }), ...content }, ["meta"]),
  "v3-status-body": (content) =>
    object({
      status: number,
      body: object({ meta: object({ code: number, message: text }), ...content }, ["meta"])
    })
}

const contentOf = ({ definition: { reads }, success }) => {
  if (reads === "page") return success.properties
  if (reads === "answer") return { data: success.properties?.data ?? {} }
  return Object.keys(success).length === 0 ? {} : { data: success }
}

const responsesOf = (operation) => {
  const { family } = operation.definition
  const refusals = new Map()
  for (const { code, tag } of operation.codes) {
    const status = operation.http.get(code) ?? 200
    refusals.set(status, [...(refusals.get(status) ?? []), `${code} ${tag}`])
  }
  const response = (codes, content) => ({
    description: [
      ...(content === undefined ? [] : ["Done."]),
      ...(codes === undefined ? [] : [`Refused: ${codes.join(", ")}.`])
    ].join(" "),
    content: { "application/json": { schema: envelopes[family](content ?? {}) } }
  })
  return Object.fromEntries([
    ["200", response(refusals.get(200), contentOf(operation))],
    ...[...refusals]
      .filter(([status]) => status !== 200)
      .map(([status, codes]) => [String(status), response(codes)])
  ])
}

const codesOf = ({ codes, definition, http }) =>
  Object.fromEntries([
    ...definition.successCodes.map((code) => [code, { success: true }]),
    ...codes.map(({ advice, category, code, explanation, reported, retryable, tag }) => [
      code,
      {
        class: tag,
        category,
        retryable,
        explanation,
        advice,
        ...(http.has(code) && { httpStatus: http.get(code) }),
        ...(reported && { documented: false })
      }
    ])
  ])

/** The document as an object. */
export const openapi = (operations, { version }) => {
  const paths = {}
  for (const operation of operations) {
    const { definition, doc, id, noun, title } = operation
    const method = definition.method.toLowerCase()
    // Two operations share a path and a method. The second one has part of its path in its server's address, so that
    // the two keys differ and the whole addresses do not.
    const isTaken = Object.hasOwn(paths[definition.path] ?? {}, method)
    const [, prefix, rest] = /^(\/api\/lapp|\/api\/v3)(\/.*)$/.exec(definition.path) ?? []
    const path = isTaken ? rest : definition.path
    paths[path] = {
      ...paths[path],
      [method]: {
        operationId: id,
        tags: [noun],
        summary: title,
        description: doc,
        ...requestOf(operation),
        responses: responsesOf(operation),
        ...(isTaken && { servers: [server(prefix)] }),
        "x-ezviz-codes": codesOf(operation)
      }
    }
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "EZVIZ Open Platform",
      version,
      description:
        "Generated from the operations of @effect-ezviz/core. Every operation answers HTTP 200 for most refusals: the code in the body decides.",
      license: { name: "MIT", identifier: "MIT" }
    },
    servers: [server()],
    tags: [...new Set(operations.map(({ noun }) => noun))].map((name) => ({ name })),
    paths
  }
}
