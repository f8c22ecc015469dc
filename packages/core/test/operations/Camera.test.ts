import { assert, describe, it } from "@effect/vitest"
import { Camera } from "@effect-ezviz/core"
import { Effect, Redacted } from "effect"
import * as Cloud from "../cloud.js"

describe("camera.list", () => {
  it.effect("is asked for and read as in the sample", () => {
    const seen: Array<Cloud.Seen> = []
    return Effect.gen(function* () {
      const page = yield* Camera.list({ pageStart: 0, pageSize: 2 })
      assert.strictEqual(seen[0]?.url.pathname, "/api/lapp/camera/list")
      assert.strictEqual(seen[0]?.body, "pageStart=0&pageSize=2")
      assert.deepStrictEqual([page.total, page.pageStart, page.pageSize], [2, 0, 10])
      assert.deepStrictEqual(
        page.items.map(({ picUrl, ...camera }) => ({ ...camera, picUrl: Redacted.value(picUrl) })),
        [
          {
            deviceSerial: "427734444",
            channelNo: 1,
            channelName: "C1(427734444)",
            status: "online",
            isShared: "sharedToOthers",
            picUrl: "http://img.ys7.com/group1/M00/02/B4/CmGCA1dRGyuAdJ_RAABJBCB_Re4796.jpg",
            isEncrypt: true,
            videoLevel: "hd"
          },
          {
            deviceSerial: "519544444",
            channelNo: 1,
            channelName: "C2C(519544444)",
            status: "offline",
            isShared: "sharedByOthers",
            picUrl: "https://i.ys7.com/assets/imgs/public/homeDevice.jpeg",
            isEncrypt: false,
            videoLevel: "hd"
          }
        ]
      )
    }).pipe(
      Effect.provide(
        Cloud.answering(
          {
            body: {
              page: { total: 2, page: 0, size: 10 },
              data: [
                {
                  deviceSerial: "427734444",
                  channelNo: 1,
                  channelName: "C1(427734444)",
                  status: 1,
                  isShared: "1",
                  picUrl: "http://img.ys7.com/group1/M00/02/B4/CmGCA1dRGyuAdJ_RAABJBCB_Re4796.jpg",
                  isEncrypt: 1,
                  videoLevel: 2
                },
                {
                  deviceSerial: "519544444",
                  channelNo: 1,
                  channelName: "C2C(519544444)",
                  status: 0,
                  isShared: "2",
                  picUrl: "https://i.ys7.com/assets/imgs/public/homeDevice.jpeg",
                  isEncrypt: 0,
                  videoLevel: 2
                }
              ],
              code: "200",
              msg: "Operating succeeded!"
            }
          },
          seen
        )
      )
    )
  })
})
