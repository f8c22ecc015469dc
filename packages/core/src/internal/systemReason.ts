/** The system's own name of a failure, such as `ECONNREFUSED`, somewhere down the chain of causes. */
export const systemReason = (error: unknown): string => {
  let current = error
  for (let depth = 0; depth < 5 && typeof current === "object" && current !== null; depth++) {
    if ("code" in current && typeof current.code === "string") return current.code
    current = "cause" in current ? current.cause : undefined
  }
  return "unknown"
}
