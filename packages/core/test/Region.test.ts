import { assert, describe, it } from "@effect/vitest"
import { Region } from "@effect-ezviz/core"

const cloud = "https://open.ezvizlife.com"

describe("a host that an answer names", () => {
  for (const [areaDomain, configured, allowed] of [
    ["https://iusopen.ezvizlife.com", cloud, []],
    ["https://open.ys7.com", cloud, []],
    ["https://ezvizlife.com", cloud, []],
    ["https://gateway.example.org", cloud, ["example.org"]],
    ["https://example.org", cloud, ["example.org"]],
    // What was configured may name itself, whatever it is.
    ["http://proxy.example:8080/ezviz", "http://proxy.example:8080", []],
    ["http://127.0.0.1:4001", "http://localhost:4000", []],
    ["http://[::1]:4001", "http://127.0.0.1:4000", []]
  ] as const) {
    it(`is told the token: ${areaDomain}, configured ${configured}`, () => {
      assert.isTrue(Region.isTrustedAreaDomain(areaDomain, configured, allowed))
    })
  }

  for (const [areaDomain, configured, allowed] of [
    ["http://iusopen.ezvizlife.com", cloud, []],
    ["https://ezvizlife.com.attacker.example", cloud, []],
    ["https://notezvizlife.com", cloud, []],
    ["https://attacker.example/ezvizlife.com", cloud, []],
    ["https://notexample.org", cloud, ["example.org"]],
    ["http://example.org", cloud, ["example.org"]],
    ["https://user@iusopen.ezvizlife.com", cloud, []],
    ["https://:password@iusopen.ezvizlife.com", cloud, []],
    // The very origin: neither another port nor another protocol.
    ["http://proxy.example:8081", "http://proxy.example:8080", []],
    ["https://proxy.example:8080", "http://proxy.example:8080", []],
    // The cloud has no business with a machine's own ports, nor has the simulator with other machines.
    ["http://127.0.0.1:4001", cloud, []],
    ["http://192.168.1.2:4001", "http://127.0.0.1:4000", []],
    ["http://127.0.0.1.attacker.example", "http://127.0.0.1:4000", []],
    ["http://localhost.attacker.example", "http://localhost:4000", []],
    ["iusopen.ezvizlife.com", cloud, []],
    ["", cloud, []],
    ["https://iusopen.ezvizlife.com", "nonsense", []]
  ] as const) {
    it(`is not told it: ${areaDomain}, configured ${configured}`, () => {
      assert.isFalse(Region.isTrustedAreaDomain(areaDomain, configured, allowed))
    })
  }
})
