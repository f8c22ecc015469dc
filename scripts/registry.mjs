// A registry that has our own packages and no other, so that `npm install @effect-ezviz/core` can be tried before the
// packages are published. Verdaccio would do, and asks for Node 22.
import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import { createServer } from "node:http"
import { basename } from "node:path"
import { run } from "./lib.mjs"

const manifestOf = async (tarball) => {
  const { code, output } = await run("tar", ["-xzOf", tarball, "package/package.json"])
  if (code !== 0) throw new Error(output)
  return JSON.parse(output)
}

/** Serves the tarballs of these entries at a free port of this machine, until it is closed. */
export const startRegistry = async (entries) => {
  const answers = new Map()
  const server = createServer((request, response) => {
    const answer = answers.get(decodeURIComponent(request.url))
    if (answer === undefined) response.writeHead(404)
    response.end(answer)
  })
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve))
  const url = `http://127.0.0.1:${server.address().port}/`
  for (const { tarball } of entries) {
    const { name, version, ...manifest } = await manifestOf(tarball)
    const bytes = readFileSync(tarball)
    const integrity = `sha512-${createHash("sha512").update(bytes).digest("base64")}`
    const dist = { integrity, tarball: `${url}${basename(tarball)}` }
    const versions = { [version]: { name, version, ...manifest, dist } }
    answers.set(`/${basename(tarball)}`, bytes)
    answers.set(`/${name}`, JSON.stringify({ name, "dist-tags": { latest: version }, versions }))
  }
  return { url, close: () => server.close() }
}
