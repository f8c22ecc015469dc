/** The longest wait that a server can ask for by `Retry-After`, in milliseconds: it may be a year, or a mistake. */
export const longestAsked = 30_000
