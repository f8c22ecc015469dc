import { createEzviz, type Ezviz, isErrorOf } from "@effect-ezviz/node"
import { fixtures, type Given } from "@effect-ezviz/simulator/vitest"
import { test as base, describe, expect } from "vitest"

const test = base.extend<Given<Ezviz>>(fixtures(createEzviz, { devices: 3 }))

const camera = { deviceSerial: "SIM100000" }

/** How each simulator was seen last, to look at it when its test is over. */
const seen: Array<string> = []

const reaches = (url: string) =>
  fetch(url).then(
    () => true,
    () => false
  )

describe("the fixtures of the simulator", () => {
  test("are a client and what it talks to", async ({ ezviz, simulator }) => {
    seen.push(simulator.url)
    simulator.faults.add({ operation: "device.getInfo", fault: { kind: "code", code: "20002" } })
    const result = await ezviz.device.getInfo(camera).safe()
    expect(result.ok ? undefined : isErrorOf("device.getInfo", result.error) && result.error.tag).toBe(
      "DeviceNotFound"
    )
    await ezviz.device.rename({ ...camera, deviceName: "Gate" })
    expect(simulator.household.devices.look("SIM100000")?.deviceName).toBe("Gate")
    await simulator.setOnline("SIM100000", false)
    expect((await ezviz.device.getInfo(camera)).status).toBe("offline")
    await simulator.alarm(camera)
    const { items } = await ezviz.alarm.list()
    expect(items.map(({ deviceSerial }) => deviceSerial)).toEqual(["SIM100000"])
    await expect(simulator.alarm({ deviceSerial: "NONE" })).rejects.toMatchObject({ _tag: "UnknownDevice" })
  })

  test("are anew for each test, and gone after it", async ({ ezviz, simulator }) => {
    expect((await ezviz.device.getInfo(camera)).deviceName).toBe("Front door 1")
    expect(simulator.served.length).toBe(2)
    expect(await Promise.all(seen.map(reaches))).toEqual([false])
  })
})

const shared = base.extend<Given<Ezviz>>(fixtures(createEzviz, { scope: "file" }))

describe("the fixtures of a file", () => {
  shared("keep their state from a test", async ({ ezviz }) => {
    await ezviz.device.rename({ ...camera, deviceName: "Gate" })
  })

  shared("to the next", async ({ ezviz }) => {
    expect((await ezviz.device.getInfo(camera)).deviceName).toBe("Gate")
  })
})
