/** A program that some tests need and npm does not bring. */
export type Program = "redis-server" | "postgres" | "chromium" | "bash" | "fish" | "zsh"

/** Where a command is, in PATH or among the commands of PostgreSQL. */
export declare const locate: (command: string) => string | undefined

/** Where a program is, under any of its names. */
export declare const find: (program: Program) => string | undefined

/**
 * Whether the tests that need it are skipped, because it is not on this machine. With `CI=true` nothing is skipped:
 * those tests fail then.
 */
export declare const isMissing: (program: Program) => boolean
