/**
 * The webhook: what verifying a signature costs next to bare `node:crypto` and to the libraries of others, and whether
 * it holds out a stream of pushes while handlers are slow.
 *
 * `--quick` measures less. `--seconds 60` is how long each store is under load, `--rate 2100` how many pushes come in a
 * second, `--only verify` (or `sqlite`, `postgres`, `redis`) leaves out the rest.
 */
import { createHmac, timingSafeEqual } from "node:crypto"
import { parseArgs } from "node:util"
import * as Signature from "@effect-ezviz/webhook/Signature"
import * as SignatureNode from "@effect-ezviz/webhook/SignatureNode"
import { Webhooks as Octokit } from "@octokit/webhooks"
import { Webhook as StandardWebhook } from "standardwebhooks"
import Stripe from "stripe"
import { Webhook as Svix } from "svix"
import * as Compare from "./compare.js"
import * as Load from "./webhookLoad.js"

const { values } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    seconds: { type: "string" },
    rate: { type: "string", default: "2100" },
    only: { type: "string" }
  }
})
const { quick, only } = values
const isWanted = (part: string) => only === undefined || only === part

const goal = (text: string, reached: boolean) =>
  console.log(`  ${reached ? "reached" : "NOT REACHED"}: ${text}`)

// Verifying: from the bytes that the server has read to "believed". Nothing is parsed.

const secret = "whsec_c2lnbmluZy1rZXktb2YtdGhlLWJlbmNobWFyaw=="

const bodyOf = (length: number): Buffer => {
  const start = '{"header":{"messageId":"5e57f239793f2b007fecb0de","type":"ys.alarm"},"body":{"text":"'
  return Buffer.from(`${start}${"x".repeat(length - start.length - 3)}"}}`)
}

/** Bare `node:crypto`, as one would write it by hand: no header is looked at, nothing can be malformed. */
const bare = (algorithm: "sha1" | "sha256", body: Buffer, t: string) => {
  const signature = createHmac(algorithm, secret).update(body).update(t).digest("hex")
  return () =>
    timingSafeEqual(
      createHmac(algorithm, secret).update(body).update(t).digest(),
      Buffer.from(signature, "hex")
    )
}

/** Each is given what its own sender would send, and throws or says false when it does not believe it. */
const verifiers = async (body: Buffer): Promise<Readonly<Record<string, () => unknown>>> => {
  const now = new Date()
  const t = String(now.getTime())
  const headers = {
    host: "example.com",
    "content-type": "text/plain",
    "content-length": String(body.length),
    t,
    signature: SignatureNode.sign({ secret, body, t })
  }
  const onNode = SignatureNode.verifier({ secrets: [secret] })
  const onWebCrypto = Signature.verifier({ secrets: [secret] })

  const stripe = new Stripe("key").webhooks
  const stripeHeader = stripe.generateTestHeaderString({ payload: body.toString(), secret })

  const standard = new StandardWebhook(secret)
  const signed = {
    "webhook-id": "msg_1",
    "webhook-timestamp": String(Math.floor(now.getTime() / 1000)),
    "webhook-signature": standard.sign("msg_1", now, body)
  }
  const svix = new Svix(secret)

  const octokit = new Octokit({ secret })
  const octokitSignature = await octokit.sign(body.toString())

  return {
    "node:crypto, SHA-1 (the limit)": bare("sha1", body, t),
    "SignatureNode.verifier": () => onNode({ body, headers }),
    "Signature.verifier (WebCrypto)": () => onWebCrypto({ body, headers }),
    "node:crypto, SHA-256": bare("sha256", body, t),
    "stripe (SHA-256)": () => stripe.signature?.verifyHeader(body, stripeHeader, secret),
    "svix (SHA-256)": () => svix.verify(body, signed),
    "standardwebhooks (SHA-256)": () => standard.verify(body, signed, { jsonParse: false }),
    // It takes text alone.
    "@octokit/webhooks (SHA-256)": () => octokit.verify(body.toString(), octokitSignature)
  }
}

const compareVerifiers = async (title: string, length: number) => {
  const entries = Object.entries(await verifiers(bodyOf(length))).map(([name, verify]): Compare.Contender => {
    const spend = async (count: number) => {
      const began = performance.now()
      for (let left = count; left > 0; left--) {
        const verified = verify()
        if (verified instanceof Promise) await verified
      }
      return ((performance.now() - began) * 1000) / count
    }
    let count = 0
    return {
      name,
      measure: async () => {
        // As many as take a while, found out in the round that does not count.
        if (count === 0) count = Math.ceil((quick ? 20_000 : 100_000) / (await spend(200)))
        return spend(count)
      }
    }
  })
  const [limit, ...others] = entries
  if (limit === undefined) return
  const comparison = await Compare.compare(limit, others, { rounds: quick ? 9 : 25 })
  Compare.print(`Verifying ${title}`, "µs", comparison)
  const ratioOf = (name: string) => comparison.rows.find((row) => row.name === name)?.ratio ?? Number.NaN
  const ours = ratioOf("SignatureNode.verifier")
  goal(`at least 0.9 of the limit's speed (${(1 / ours).toFixed(2)})`, ours <= 1 / 0.9)
  goal(
    "ahead of each library",
    others.slice(3).every(({ name }) => ours < ratioOf(name))
  )
}

if (isWanted("verify")) {
  await compareVerifiers("1 KB", 1024)
  await compareVerifiers("64 KB", 65_536)
}

// Under load

const rate = Number(values.rate)
const seconds = Number(values.seconds ?? (quick ? 5 : 60))
for (const store of ["sqlite", "postgres", "redis"] as const) {
  if (!isWanted(store)) continue
  const { accepted, handled, p50, p99, perSecond, sent, slowest } = await Load.measure(store, rate, seconds)
  console.log(`\n${store}, ${rate} pushes a second for ${seconds} s, with slow handlers`)
  console.log(
    `  ${accepted} of ${sent} accepted, ${perSecond.toFixed(0)} a second; answered in ${p50.toFixed(1)} ms (median), ${p99.toFixed(1)} ms (99 of 100), ${slowest.toFixed(0)} ms at the slowest; ${handled} handled meanwhile`
  )
  goal("2,000 pushes a second, 99 of 100 answered within 100 ms", perSecond >= 2000 && p99 < 100)
}
