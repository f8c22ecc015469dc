/** Databases for a while, each started as the tests do it. */
import { join } from "node:path"
import { fileURLToPath, pathToFileURL } from "node:url"
import { build } from "esbuild"

export type Name = "sqlite" | "postgres" | "redis"

interface Started {
  readonly url: string
  readonly close: () => Promise<void>
}

interface Servers {
  readonly startRedis: () => Promise<Started>
  readonly startPostgres: () => Promise<Started>
}

const servers = async (directory: string): Promise<Servers> => {
  const outfile = join(directory, "servers.mjs")
  await build({
    entryPoints: [fileURLToPath(new URL("../../packages/webhook/test/servers.ts", import.meta.url))],
    outfile,
    bundle: true,
    format: "esm",
    platform: "node"
  })
  return import(pathToFileURL(outfile).href)
}

/** `at` is an address, or the file of SQLite. */
export const start = async (
  name: Name,
  directory: string
): Promise<{ readonly at: string; readonly close: () => Promise<void> }> => {
  if (name === "sqlite") return { at: join(directory, "database.db"), close: async () => {} }
  const { startPostgres, startRedis } = await servers(directory)
  const { close, url } = await (name === "postgres" ? startPostgres() : startRedis())
  return { at: url, close }
}
