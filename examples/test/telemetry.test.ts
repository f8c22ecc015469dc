import { assert, it } from "@effect/vitest"
import { Effect, Logger } from "effect"
import { observed } from "../telemetry.js"

it.live("spans and metrics arrive in exporters, and a log of requests without secrets", () => {
  const lines: Array<string> = []
  const logger = Logger.make(({ message }) => {
    lines.push(JSON.stringify(message))
  })
  return Effect.gen(function* () {
    const { metrics, spans } = yield* observed
    const attempts = spans
      .filter(({ name }) => name === "ezviz.attempt")
      .map(({ attributes }) => [
        attributes["ezviz.operation"],
        attributes["ezviz.attempt"],
        attributes["ezviz.code"]
      ])
    assert.deepStrictEqual(attempts, [
      ["accessToken.get", 1, "200"],
      ["device.getInfo", 1, "200"],
      ["device.getInfo", 1, "10029"],
      ["device.getInfo", 2, "200"],
      ["device.getInfo", 1, "10002"],
      ["accessToken.get", 1, "200"],
      ["device.getInfo", 2, "200"]
    ])
    const calls = spans.filter(({ name }) => name === "ezviz.device.getInfo")
    assert.strictEqual(calls.length, 3)
    const parent = spans.find(({ name }) => name === "three calls")
    for (const call of calls) assert.strictEqual(call.parentSpanContext?.spanId, parent?.spanContext().spanId)

    const values = new Map(
      metrics
        .at(-1)
        ?.scopeMetrics.flatMap((scope) => scope.metrics)
        .flatMap(({ dataPoints, descriptor }) =>
          dataPoints.map(
            ({ attributes, value }) =>
              [`${descriptor.name} ${Object.values(attributes).sort().join(" ")}`, value] as const
          )
        )
    )
    assert.strictEqual(values.get("ezviz_calls device.getInfo ok"), 3)
    assert.strictEqual(values.get("ezviz_retries FrequencyLimited device.getInfo"), 1)
    assert.strictEqual(values.get("ezviz_token_requests ok"), 2)
    assert.deepInclude(values.get("ezviz_call_duration device.getInfo milliseconds"), { count: 3 })

    assert.strictEqual(lines.filter((line) => line.includes('"request"')).length, 7)
    assert.notMatch(lines.join("\n"), /at\.|simulated-app-secret/)
  }).pipe(Effect.provide(Logger.replace(Logger.defaultLogger, logger)))
})
