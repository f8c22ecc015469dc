/**
 * @since 0.1.0
 */
export * as Alarms from "./Alarms.js"
export * as Answering from "./Answering.js"
export * as Cassette from "./Cassette.js"
export * as Devices from "./Devices.js"
export * as Fault from "./Fault.js"
export * as FaultFile from "./FaultFile.js"
export * as Household from "./Household.js"
export * as Journal from "./Journal.js"
export * as Limits from "./Limits.js"
export * as LocalPage from "./LocalPage.js"
export * as Media from "./Media.js"
export * as Permissions from "./Permissions.js"
export * as Picture from "./Picture.js"
export * as Push from "./Push.js"
export * as Routes from "./Routes.js"
export * as Simulator from "./Simulator.js"
