/**
 * Every operation by its id.
 *
 * @since 0.1.0
 */
import * as AccessToken from "./operations/AccessToken.js"
import * as Alarm from "./operations/Alarm.js"
import * as AlarmSound from "./operations/AlarmSound.js"
import * as Camera from "./operations/Camera.js"
import * as Chime from "./operations/Chime.js"
import * as CloudStorage from "./operations/CloudStorage.js"
import * as Detector from "./operations/Detector.js"
import * as Device from "./operations/Device.js"
import * as DeviceSwitch from "./operations/DeviceSwitch.js"
import * as FillLight from "./operations/FillLight.js"
import * as Firmware from "./operations/Firmware.js"
import * as Infrared from "./operations/Infrared.js"
import * as Live from "./operations/Live.js"
import * as Microphone from "./operations/Microphone.js"
import * as MotionDetect from "./operations/MotionDetect.js"
import * as Pir from "./operations/Pir.js"
import * as Preset from "./operations/Preset.js"
import * as Ptz from "./operations/Ptz.js"
import * as Ram from "./operations/Ram.js"
import * as Recording from "./operations/Recording.js"
import * as Ringtone from "./operations/Ringtone.js"
import * as Storage from "./operations/Storage.js"
import * as TimeZone from "./operations/TimeZone.js"
import * as WorkMode from "./operations/WorkMode.js"

/**
 * @since 0.1.0
 * @category tables
 */
export const all = {
  "accessToken.get": AccessToken.get,
  "live.getAddress": Live.getAddress,
  "live.disableAddress": Live.disableAddress,
  "recording.queryLocal": Recording.queryLocal,
  "device.add": Device.add,
  "device.delete": Device.delete,
  "device.rename": Device.rename,
  "device.capture": Device.capture,
  "device.linkIpc": Device.linkIpc,
  "device.unlinkIpc": Device.unlinkIpc,
  "device.list": Device.list,
  "device.getInfo": Device.getInfo,
  "camera.list": Camera.list,
  "device.getPictureByUuid": Device.getPictureByUuid,
  "device.getStatus": Device.getStatus,
  "device.listChannels": Device.listChannels,
  "device.setDefence": Device.setDefence,
  "device.disableEncryption": Device.disableEncryption,
  "device.enableEncryption": Device.enableEncryption,
  "device.getAudioPrompt": Device.getAudioPrompt,
  "device.setAudioPrompt": Device.setAudioPrompt,
  "device.getVideoTampering": Device.getVideoTampering,
  "device.setVideoTampering": Device.setVideoTampering,
  "device.getSoundSourcePositioning": Device.getSoundSourcePositioning,
  "device.setSoundSourcePositioning": Device.setSoundSourcePositioning,
  "device.getDefencePlan": Device.getDefencePlan,
  "device.setDefencePlan": Device.setDefencePlan,
  "microphone.getStatus": Microphone.getStatus,
  "microphone.setStatus": Microphone.setStatus,
  "pir.setArea": Pir.setArea,
  "pir.getArea": Pir.getArea,
  "chime.setType": Chime.setType,
  "chime.getType": Chime.getType,
  "infrared.set": Infrared.set,
  "infrared.get": Infrared.get,
  "device.getTimeZone": Device.getTimeZone,
  "timeZone.list": TimeZone.list,
  "device.setTimeZone": Device.setTimeZone,
  "device.getCapabilities": Device.getCapabilities,
  "device.getLanguage": Device.getLanguage,
  "device.setLanguage": Device.setLanguage,
  "device.updatePassword": Device.updatePassword,
  "firmware.getVersion": Firmware.getVersion,
  "firmware.upgrade": Firmware.upgrade,
  "firmware.getUpgradeStatus": Firmware.getUpgradeStatus,
  "ptz.start": Ptz.start,
  "ptz.stop": Ptz.stop,
  "ptz.mirror": Ptz.mirror,
  "preset.add": Preset.add,
  "preset.move": Preset.move,
  "preset.clear": Preset.clear,
  "alarm.list": Alarm.list,
  "alarm.listByDevice": Alarm.listByDevice,
  "detector.list": Detector.list,
  "detector.setStatus": Detector.setStatus,
  "detector.delete": Detector.delete,
  "detector.listBindableIpcs": Detector.listBindableIpcs,
  "detector.listLinkedIpcs": Detector.listLinkedIpcs,
  "detector.setIpcLink": Detector.setIpcLink,
  "detector.rename": Detector.rename,
  "detector.cancelAlarm": Detector.cancelAlarm,
  "detector.add": Detector.add,
  "fillLight.getMode": FillLight.getMode,
  "fillLight.setMode": FillLight.setMode,
  "deviceSwitch.get": DeviceSwitch.get,
  "deviceSwitch.set": DeviceSwitch.set,
  "workMode.getPlan": WorkMode.getPlan,
  "workMode.setPlan": WorkMode.setPlan,
  "alarmSound.getMode": AlarmSound.getMode,
  "alarmSound.setMode": AlarmSound.setMode,
  "motionDetect.getArea": MotionDetect.getArea,
  "motionDetect.setArea": MotionDetect.setArea,
  "ringtone.play": Ringtone.play,
  "storage.getFormatStatus": Storage.getFormatStatus,
  "storage.formatDisk": Storage.formatDisk,
  "cloudStorage.open": CloudStorage.open,
  "cloudStorage.getDeviceInfo": CloudStorage.getDeviceInfo,
  "ram.createAccount": Ram.createAccount,
  "ram.getAccount": Ram.getAccount,
  "ram.listAccounts": Ram.listAccounts,
  "ram.updatePassword": Ram.updatePassword,
  "ram.setPolicy": Ram.setPolicy,
  "ram.addStatement": Ram.addStatement,
  "ram.deleteStatements": Ram.deleteStatements,
  "ram.getToken": Ram.getToken,
  "ram.deleteAccount": Ram.deleteAccount
} as const
