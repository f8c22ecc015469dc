/**
 * Chapter "Sub-account (RAM)": accounts below the main one, which may do what their policies say.
 *
 * @since 0.1.0
 */
// Generated from @effect-ezviz/core by scripts/generate-facade.mjs: run `pnpm generate`, do not edit.
import type { Call, CallOptions, PagedCall } from "../Call.js"
import type * as errors from "../errors.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface CreateAccountInput {
  /** The new sub-account's name, 4 to 40 characters. */
  readonly accountName: string
  /** Its password, as `subAccountPassword` returns it. */
  readonly password: string
}

/**
 * @since 0.1.0
 * @category models
 */
export interface NewSubAccount {
  /** The new sub-account's id. */
  readonly accountId: string
  /** What the answer holds besides: fields that the documentation does not know, as they came. */
  readonly extra?: {
    readonly [name: string]: unknown
  }
}

/**
 * How `ram.createAccount` can fail.
 *
 * @since 0.1.0
 * @category errors
 */
export type CreateAccountError =
  | errors.ParameterError
  | errors.ServerError
  | errors.AppNotPermitted
  | errors.SubAccountNotFound
  | errors.SubAccountNameTaken
  | errors.SubAccountTokenFailed
  | errors.CommonError

/**
 * @since 0.1.0
 * @category models
 */
export interface GetAccountInput {
  /** The sub-account's id. Of the two, this one counts. */
  readonly accountId?: string | undefined
  /** The sub-account's name. */
  readonly accountName?: string | undefined
}

/**
 * A permission by its name. `GET`, `UPDATE` and `REAL` are in the documentation's policies; its operations ask for
 * `Get`, `Config` and `Format`, and the vendor's pages in Chinese for `Capture`, `Ptz` and `Replay` as well. There may be
 * others.
 *
 * @since 0.1.0
 * @category models
 */
export type Permission =
  | "GET"
  | "UPDATE"
  | "REAL"
  | "REPLAY"
  | "CAPTURE"
  | "PTZ"
  | "CONFIG"
  | "FORMAT"
  | (string & {})

/**
 * A whole device, or one channel of it.
 *
 * @since 0.1.0
 * @category models
 */
export interface DeviceResource {
  readonly deviceSerial: string
  /** The channel, from 1. Left out, it is the device with all its channels. */
  readonly channelNo?: number
}

/**
 * What a permission is about: a device or a channel, or the text of something that the documentation does not know.
 *
 * @since 0.1.0
 * @category models
 */
export type Resource = string | DeviceResource

/**
 * @since 0.1.0
 * @category models
 */
export interface SubAccount {
  readonly accountId: string
  readonly accountName: string
  /** The application that it belongs to. */
  readonly appKey: string
  readonly accountStatus: "off" | "on" | number
  /** What it may do. Absent where nobody has said so yet: it may do nothing. */
  readonly policy?: {
    readonly statements: ReadonlyArray<{
      readonly permissions: ReadonlyArray<Permission>
      readonly resources: ReadonlyArray<Resource>
      /** What the answer holds besides: fields that the documentation does not know, as they came. */
      readonly extra?: {
        readonly [name: string]: unknown
      }
    }>
    /** What the answer holds besides: fields that the documentation does not know, as they came. */
    readonly extra?: {
      readonly [name: string]: unknown
    }
  }
  /** What the answer holds besides: fields that the documentation does not know, as they came. */
  readonly extra?: {
    readonly [name: string]: unknown
  }
}

/**
 * How `ram.getAccount` can fail.
 *
 * @since 0.1.0
 * @category errors
 */
export type GetAccountError =
  | errors.ParameterError
  | errors.ServerError
  | errors.AppNotPermitted
  | errors.SubAccountNotFound
  | errors.SubAccountNameTaken
  | errors.SubAccountTokenFailed
  | errors.CommonError

/**
 * @since 0.1.0
 * @category models
 */
export interface ListAccountsInput {
  /** Index of the page, from 0, which is the default. */
  readonly pageStart?: number | undefined
  /** Items in a page, 1 to 50. Default: 10. */
  readonly pageSize?: number | undefined
}

/**
 * How `ram.listAccounts` can fail.
 *
 * @since 0.1.0
 * @category errors
 */
export type ListAccountsError =
  | errors.ParameterError
  | errors.ServerError
  | errors.AppNotPermitted
  | errors.SubAccountNotFound
  | errors.SubAccountNameTaken
  | errors.SubAccountTokenFailed
  | errors.CommonError

/**
 * @since 0.1.0
 * @category models
 */
export interface UpdatePasswordInput {
  /** The sub-account's id. */
  readonly accountId: string
  /** The password until now, as `subAccountPassword` returns it. */
  readonly oldPassword: string
  /** The password from now on, likewise. */
  readonly newPassword: string
}

/**
 * How `ram.updatePassword` can fail.
 *
 * @since 0.1.0
 * @category errors
 */
export type UpdatePasswordError =
  | errors.ParameterError
  | errors.ServerError
  | errors.AppNotPermitted
  | errors.SubAccountNotFound
  | errors.SubAccountNameTaken
  | errors.SubAccountTokenFailed
  | errors.CommonError

/**
 * Grants each of the permissions on each of the resources.
 *
 * @since 0.1.0
 * @category models
 */
export interface Statement {
  readonly permissions: ReadonlyArray<Permission>
  readonly resources: ReadonlyArray<Resource>
}

/**
 * @since 0.1.0
 * @category models
 */
export interface Policy {
  readonly statements: ReadonlyArray<Statement>
}

/**
 * @since 0.1.0
 * @category models
 */
export interface SetPolicyInput {
  /** The sub-account's id. */
  readonly accountId: string
  /** All that it may do from now on. */
  readonly policy: Policy
}

/**
 * How `ram.setPolicy` can fail.
 *
 * @since 0.1.0
 * @category errors
 */
export type SetPolicyError =
  | errors.ParameterError
  | errors.ServerError
  | errors.AppNotPermitted
  | errors.SubAccountNotFound
  | errors.SubAccountNameTaken
  | errors.SubAccountTokenFailed
  | errors.CommonError

/**
 * @since 0.1.0
 * @category models
 */
export interface AddStatementInput {
  /** The sub-account's id. */
  readonly accountId: string
  /** What it may do besides. */
  readonly statement: Statement
}

/**
 * How `ram.addStatement` can fail.
 *
 * @since 0.1.0
 * @category errors
 */
export type AddStatementError =
  | errors.ParameterError
  | errors.ServerError
  | errors.AppNotPermitted
  | errors.SubAccountNotFound
  | errors.SubAccountNameTaken
  | errors.SubAccountTokenFailed
  | errors.CommonError

/**
 * @since 0.1.0
 * @category models
 */
export interface DeleteStatementsInput {
  /** The sub-account's id. */
  readonly accountId: string
  /** The device that it may do nothing with any more. */
  readonly deviceSerial: string
}

/**
 * How `ram.deleteStatements` can fail.
 *
 * @since 0.1.0
 * @category errors
 */
export type DeleteStatementsError =
  | errors.ParameterError
  | errors.ServerError
  | errors.AppNotPermitted
  | errors.SubAccountNotFound
  | errors.SubAccountNameTaken
  | errors.SubAccountTokenFailed
  | errors.CommonError

/**
 * @since 0.1.0
 * @category models
 */
export interface GetTokenInput {
  /** The sub-account's id. */
  readonly accountId: string
}

/**
 * @since 0.1.0
 * @category models
 */
export interface Token {
  /** The token: valid for seven days, and only at `areaDomain`. */
  readonly accessToken: string
  /** When the token ends. */
  readonly expireTime: Date
  /** The address of the user's region. Absent in China. */
  readonly areaDomain?: string
  /** What the answer holds besides: fields that the documentation does not know, as they came. */
  readonly extra?: {
    readonly [name: string]: unknown
  }
}

/**
 * How `ram.getToken` can fail.
 *
 * @since 0.1.0
 * @category errors
 */
export type GetTokenError =
  | errors.ParameterError
  | errors.ServerError
  | errors.AppNotPermitted
  | errors.SubAccountNotFound
  | errors.SubAccountNameTaken
  | errors.SubAccountTokenFailed
  | errors.CommonError

/**
 * @since 0.1.0
 * @category models
 */
export interface DeleteAccountInput {
  /** The sub-account's id. */
  readonly accountId: string
}

/**
 * How `ram.deleteAccount` can fail.
 *
 * @since 0.1.0
 * @category errors
 */
export type DeleteAccountError =
  | errors.ParameterError
  | errors.ServerError
  | errors.AppNotPermitted
  | errors.SubAccountNotFound
  | errors.SubAccountNameTaken
  | errors.SubAccountTokenFailed
  | errors.CommonError

/**
 * The operations of `ezviz.ram`.
 *
 * @since 0.1.0
 * @category models
 */
export interface RamOperations {
  /**
   * Creates a sub-account. It may do nothing until it is given a policy.
   *
   * Source: "Sub-account (RAM)", 1.1 Create Sub-Account.
   *
   * @since 0.1.0
   * @category operations
   */
  createAccount(input: CreateAccountInput, options?: CallOptions): Call<NewSubAccount, CreateAccountError>

  /**
   * A sub-account, by its id or its name. With a sub-account's own token, neither is needed.
   *
   * Source: "Sub-account (RAM)", 1.2 Get Single Sub-Account Information.
   *
   * @since 0.1.0
   * @category operations
   */
  getAccount(input?: GetAccountInput, options?: CallOptions): Call<SubAccount, GetAccountError>

  /**
   * One page of the sub-accounts; `for await (const item of ezviz.ram.listAccounts())` gives all of them.
   *
   * Source: "Sub-account (RAM)", 1.3 Access Sub-account Information List.
   *
   * @since 0.1.0
   * @category operations
   */
  listAccounts(input?: ListAccountsInput, options?: CallOptions): PagedCall<SubAccount, ListAccountsError>

  /**
   * Changes the password of a sub-account.
   *
   * Source: "Sub-account (RAM)", 1.4 Edit Current Sub-account Password.
   *
   * @since 0.1.0
   * @category operations
   */
  updatePassword(input: UpdatePasswordInput, options?: CallOptions): Call<void, UpdatePasswordError>

  /**
   * Says what a sub-account may do: the policy takes the place of the one it had.
   *
   * Source: "Sub-account (RAM)", 1.5 Edit Sub-account Permission Strategy.
   *
   * @since 0.1.0
   * @category operations
   */
  setPolicy(input: SetPolicyInput, options?: CallOptions): Call<void, SetPolicyError>

  /**
   * Adds a statement to what a sub-account may do.
   *
   * Source: "Sub-account (RAM)", 1.6 Add Sub-account Permission.
   *
   * @since 0.1.0
   * @category operations
   */
  addStatement(input: AddStatementInput, options?: CallOptions): Call<void, AddStatementError>

  /**
   * Takes a device away from a sub-account: every statement about it goes.
   *
   * Source: "Sub-account (RAM)", 1.7 Delete Sub-Account Permission.
   *
   * @since 0.1.0
   * @category operations
   */
  deleteStatements(input: DeleteStatementsInput, options?: CallOptions): Call<void, DeleteStatementsError>

  /**
   * Gets an access token of a sub-account: what is called with it is limited to the sub-account's policy. It is only valid at
   * its `areaDomain`. `Ezviz.layerSubAccount` does this by itself, and renews the token: call it only to hand the token to
   * something else, such as an app.
   *
   * Source: "Sub-account (RAM)", 1.8 Access Mode B Sub-Account AccessToken.
   *
   * @since 0.1.0
   * @category operations
   */
  getToken(input: GetTokenInput, options?: CallOptions): Call<Token, GetTokenError>

  /**
   * Deletes a sub-account; its tokens end with it.
   *
   * Source: "Sub-account (RAM)", 1.9 Delete Sub-Account.
   *
   * @since 0.1.0
   * @category operations
   */
  deleteAccount(input: DeleteAccountInput, options?: CallOptions): Call<void, DeleteAccountError>
}
