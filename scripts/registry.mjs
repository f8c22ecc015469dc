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
  const packages = new Map()
  const files = new Map()
  for (const { tarball } of entries) {
    const manifest = await manifestOf(tarball)
    packages.set(manifest.name, manifest)
    files.set(`/${basename(tarball)}`, { manifest, bytes: readFileSync(tarball) })
  }
  const server = createServer((request, response) => {
    const path = decodeURIComponent(request.url)
    const file = files.get(path)
    if (file !== undefined) return response.end(file.bytes)
    const manifest = packages.get(path.slice(1))
    if (manifest === undefined) return response.writeHead(404).end("{}")
    const [at, { bytes }] = [...files].find(([, file]) => file.manifest === manifest)
    const integrity = `sha512-${createHash("sha512").update(bytes).digest("base64")}`
    const dist = { integrity, tarball: `http://${request.headers.host}${at}` }
    response.setHeader("content-type", "application/json")
    response.end(
      JSON.stringify({
        name: manifest.name,
        "dist-tags": { latest: manifest.version },
        versions: { [manifest.version]: { ...manifest, dist } }
      })
    )
  })
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve))
  return { url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() }
}
