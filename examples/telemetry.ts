/**
 * Spans and metrics of calls, in whatever OpenTelemetry exporters you have; and a log of every request without its
 * secrets. Run as it is, it prints what the exporters got of a simulated cloud with some faults.
 */
import { pathToFileURL } from "node:url"
import * as NodeSdk from "@effect/opentelemetry/NodeSdk"
import { FetchHttpClient } from "@effect/platform"
import { NodeRuntime } from "@effect/platform-node"
import { Device, Ezviz, RequestLog } from "@effect-ezviz/core"
import { Simulator } from "@effect-ezviz/simulator"
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  type MetricReader,
  PeriodicExportingMetricReader
} from "@opentelemetry/sdk-metrics"
import { InMemorySpanExporter, SimpleSpanProcessor, type SpanProcessor } from "@opentelemetry/sdk-trace-base"
import { Console, Effect, Layer, Redacted } from "effect"

/** A client whose spans, metrics and requests are told. */
export const layer = (options: Ezviz.Options, reader: MetricReader, processor: SpanProcessor) =>
  Ezviz.layer(options).pipe(
    Layer.provide(FetchHttpClient.layer),
    Layer.merge(
      NodeSdk.layer(() => ({
        resource: { serviceName: "camera-service" },
        spanProcessor: processor,
        metricReader: reader
      }))
    ),
    Layer.merge(Layer.succeed(RequestLog.OnRequest, (entry) => Effect.logInfo("request", entry)))
  )

/** Three calls, of which one is told to slow down and one finds its token dead. */
export const program = Effect.gen(function* () {
  const simulator = yield* Simulator.Simulator
  const device = { deviceSerial: "SIM100000" }
  yield* Device.getInfo(device)
  yield* simulator.inject({ operation: "device.getInfo", fault: { kind: "code", code: "10029" } })
  yield* Device.getInfo(device)
  yield* simulator.inject({ operation: "device.getInfo", fault: { kind: "code", code: "10002" } })
  yield* Device.getInfo(device)
}).pipe(Effect.withSpan("three calls"))

/** Runs the program with exporters in memory; what they got, when everything is flushed. */
export const observed = Effect.gen(function* () {
  const { appKey, appSecret, url } = yield* Simulator.Simulator
  const spans = new InMemorySpanExporter()
  const metrics = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE)
  const reader = new PeriodicExportingMetricReader({ exporter: metrics, exportIntervalMillis: 60_000 })
  const client = layer(
    { appKey, appSecret: Redacted.make(appSecret), baseUrl: url },
    reader,
    new SimpleSpanProcessor(spans)
  )
  return yield* program.pipe(
    Effect.zipRight(Effect.promise(() => reader.forceFlush())),
    Effect.zipRight(Effect.sync(() => ({ spans: spans.getFinishedSpans(), metrics: metrics.getMetrics() }))),
    Effect.provide(client)
  )
}).pipe(Effect.provide(Simulator.layer()))

const print = Effect.gen(function* () {
  const { metrics, spans } = yield* observed
  for (const { attributes, name } of spans) yield* Console.log("span", name, attributes)
  for (const { scopeMetrics } of metrics) {
    for (const { dataPoints, descriptor } of scopeMetrics.flatMap((scope) => scope.metrics)) {
      for (const { attributes, value } of dataPoints) {
        if (descriptor.name.startsWith("ezviz_")) yield* Console.log(descriptor.name, attributes, value)
      }
    }
  }
})

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) NodeRuntime.runMain(print)
