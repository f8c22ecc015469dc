/**
 * @since 0.1.0
 */
export type {
  Answer,
  Call,
  CallOptions,
  NumberedPage,
  PagedCall,
  Result,
  RetryOptions,
  Task
} from "./Call.js"
export { createEzviz } from "./createEzviz.js"
export type { Events, Ezviz } from "./Ezviz.js"
export { AbortError, type ErrorOf, EzvizError, InternalError, isErrorOf } from "./EzvizError.js"
export * from "./errors.js"
export type * from "./Helpers.js"
export type * from "./Operations.js"
export type {
  BulkheadOptions,
  CircuitBreakerOptions,
  DayQuotaOptions,
  EzvizOptions,
  Logger,
  Rate,
  RateLimitOptions,
  StoredToken,
  TokenStore
} from "./Options.js"
export { subAccountPassword } from "./subAccountPassword.js"
export type * from "./Tables.js"
