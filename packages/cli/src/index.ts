/**
 * @since 0.1.0
 */
export * as Account from "./Account.js"
export * as Cli from "./Cli.js"
export * as ExitCode from "./ExitCode.js"
export * as Failure from "./Failure.js"
export * as Help from "./Help.js"
export * as Output from "./Output.js"
export * as Progress from "./Progress.js"
