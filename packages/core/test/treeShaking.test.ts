import { fileURLToPath } from "node:url"
import { assert, it } from "@effect/vitest"
import { build } from "esbuild"
import { AlarmType, ErrorCode } from "../src/index.js"

/** A program over the whole package, as it is shipped to a browser or a worker. */
const bundled = async (program: string): Promise<string> => {
  const { outputFiles } = await build({
    stdin: { contents: program, resolveDir: fileURLToPath(new URL("../src", import.meta.url)), loader: "ts" },
    bundle: true,
    write: false,
    format: "esm",
    platform: "neutral",
    mainFields: ["module", "main"],
    conditions: ["import"],
    minify: true
  })
  return outputFiles.map(({ text }) => text).join()
}

it("carries the long tables only into programs that use them", async () => {
  const pictures = await bundled(
    `import { Device, Ezviz } from "./index.js"; console.log(Device.capture, Ezviz.layerConfig)`
  )
  const alarms = await bundled(`import { Alarm } from "./index.js"; console.log(Alarm.list)`)
  const advice = ErrorCode.find("60026")?.advice ?? "60026"
  const codes = await bundled(`import { ErrorCode } from "./index.js"; console.log(ErrorCode.find)`)
  const [type] = AlarmType.names
  assert.deepStrictEqual([pictures.includes(`${type}`), pictures.includes(advice)], [false, false])
  assert.deepStrictEqual([alarms.includes(`${type}`), alarms.includes(advice)], [true, false])
  assert.deepStrictEqual([codes.includes(`${type}`), codes.includes(advice)], [false, true])
  // Nor any operation besides the one that is used.
  assert.include(pictures, "/api/lapp/device/capture")
  assert.notInclude(pictures, "/api/lapp/device/ptz/start")
})

it("carries the names of capabilities and time zones only into programs that ask for them", async () => {
  const operations = await bundled(
    `import { Device, TimeZone } from "./index.js"; console.log(Device.getCapabilities, Device.setTimeZone, TimeZone.list)`
  )
  const asking = await bundled(
    `import { Capability, TimeZoneCode } from "./index.js"; console.log(Capability.supports, TimeZoneCode.find)`
  )
  for (const text of ["support_fullscreen_ptz_12", "Sri Jayawardenepura"]) {
    assert.notInclude(operations, text)
    assert.include(asking, text)
  }
})

it("carries the hash for sub-accounts' passwords only into programs that make one", async () => {
  const accounts = await bundled(
    `import { Ezviz, Ram } from "./index.js"; console.log(Ram.createAccount, Ezviz.layerSubAccount)`
  )
  const passwords = await bundled(
    `import { SubAccountPassword } from "./index.js"; console.log(SubAccountPassword.make)`
  )
  // How far MD5 rotates in its first round: nothing else does.
  const rotations = "[7,12,17,22]"
  assert.deepStrictEqual([accounts.includes(rotations), passwords.includes(rotations)], [false, true])
})
