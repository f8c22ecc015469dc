/** Core's helpers as methods, under the names that `scripts/generate-facade.mjs` types them by. */
import * as AlarmFeed from "@effect-ezviz/core/AlarmFeed"
import * as DiskFormat from "@effect-ezviz/core/DiskFormat"
import * as FirmwareUpgrade from "@effect-ezviz/core/FirmwareUpgrade"
import * as LiveSession from "@effect-ezviz/core/LiveSession"
import * as Movement from "@effect-ezviz/core/Movement"
import * as Device from "@effect-ezviz/core/operations/Device"
import type * as Firmware from "@effect-ezviz/core/operations/Firmware"
import * as Live from "@effect-ezviz/core/operations/Live"
import * as Ptz from "@effect-ezviz/core/operations/Ptz"
import * as Recording from "@effect-ezviz/core/operations/Recording"
import type * as Storage from "@effect-ezviz/core/operations/Storage"
import * as Presence from "@effect-ezviz/core/Presence"
import * as Recordings from "@effect-ezviz/core/Recordings"
import * as Snapshots from "@effect-ezviz/core/Snapshots"
import type { Helper } from "./methods.js"
import * as Plain from "./plain.js"

const { record, shapeOf } = Plain

/** By name, or by noun and name. */
export const helpers = {
  snapshot: { shape: shapeOf(Device.capture.definition.payload), effect: Snapshots.take },
  liveUrl: { shape: shapeOf(Live.getAddress.definition.payload), effect: LiveSession.get },
  liveSession: {
    shape: record({ renewAhead: "duration" }, { base: shapeOf(Live.getAddress.definition.payload) }),
    stream: ({
      renewAhead,
      ...input
    }: Live.GetAddressInput & NonNullable<Parameters<typeof LiveSession.session>[1]>) =>
      LiveSession.session(input, { renewAhead })
  },
  recordings: { shape: shapeOf(Recording.queryLocal.definition.payload), effect: Recordings.timeline },
  formatDisk: {
    shape: record({ interval: "duration", timeout: "duration" }),
    stream: ({ interval, timeout, ...input }: Storage.FormatDiskInput & DiskFormat.FormatOptions) =>
      DiskFormat.run(input, { interval, timeout })
  },
  upgradeFirmware: {
    shape: record({ interval: "duration", timeout: "duration" }),
    stream: ({ interval, timeout, ...input }: Firmware.DeviceInput & FirmwareUpgrade.UpgradeOptions) =>
      FirmwareUpgrade.run(input, { interval, timeout })
  },
  "device.waitUntilOnline": {
    shape: record({ interval: "duration", timeout: "duration" }),
    effect: ({ interval, timeout, ...input }: Device.DeviceInput & Presence.WaitOptions) =>
      Presence.waitUntilOnline(input, { interval, timeout })
  },
  "ptz.move": {
    shape: record(
      { duration: "duration" },
      { base: shapeOf(Ptz.start.definition.payload), required: ["duration"] }
    ),
    effect: Movement.move
  },
  "alarm.poll": {
    shape: record({ since: "instant", interval: "duration", lookBack: "duration" }),
    stream: AlarmFeed.poll
  }
} satisfies Readonly<Record<string, Helper>>
