/** Answers every contender of `facade.ts` with the same device, as fast as it can, in a process of its own. */
import { createServer } from "node:http"

const device = {
  deviceSerial: "SIM100000",
  deviceName: "Hall",
  model: "CS-C2S-21WPFR-WX",
  status: 1,
  defence: 0,
  isEncrypt: 0
}
const answer = JSON.stringify({
  code: "200",
  msg: "Operation succeeded!",
  success: true,
  data: device,
  result: device
})

const token = (url: string) => {
  const life = 7 * 24 * 3_600_000
  return JSON.stringify(
    url.startsWith("/v1.0/")
      ? { success: true, result: { access_token: "x", refresh_token: "y", expire_time: life, uid: "z" } }
      : {
          code: "200",
          msg: "Operation succeeded!",
          data: { accessToken: "at.x", expireTime: Date.now() + life }
        }
  )
}

const server = createServer((request, response) => {
  request.resume().on("end", () => {
    const url = request.url ?? ""
    const body = /token/.test(url) ? token(url) : answer
    response.writeHead(200, { "content-type": "application/json", "content-length": Buffer.byteLength(body) })
    response.end(body)
  })
})
server.listen(0, "127.0.0.1", () => {
  const address = server.address()
  process.send?.(typeof address === "object" ? address?.port : undefined)
})
process.on("disconnect", () => process.exit())
