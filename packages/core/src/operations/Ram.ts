/**
 * Chapter "Sub-account (RAM)": accounts below the main one, which may do what their policies say.
 *
 * @since 0.1.0
 */
import * as Redacted from "effect/Redacted"
import * as Schema from "effect/Schema"
import * as ApiError from "../ApiError.js"
import * as Field from "../Field.js"
import * as Operation from "../Operation.js"
import * as Policy from "../Policy.js"
import * as Enumeration from "../reference/Enumeration.js"
import * as Wire from "../Wire.js"
import * as AccessToken from "./AccessToken.js"

/**
 * Whether a sub-account can be used.
 *
 * @since 0.1.0
 * @category tables
 */
export const AccountStatus = /*#__PURE__*/ Enumeration.make({ off: 0, on: 1 })

const AccountName = /*#__PURE__*/ Schema.String.pipe(
  /*#__PURE__*/ Schema.filter((name) => /^.{4,40}$/u.test(name), {
    description: "a name of 4 to 40 characters",
    jsonSchema: { type: "string", minLength: 4, maxLength: 40 },
    arbitrary: () => (fc) => fc.stringMatching(/^[A-Za-z0-9]{4,40}$/)
  })
)

/** A plain password that is sent by mistake would be on its way before anybody could refuse it. */
const Password = /*#__PURE__*/ Field.Secret.pipe(
  /*#__PURE__*/ Schema.filter((password) => /^[0-9a-f]{32}$/.test(Redacted.value(password)), {
    description: "a password made by SubAccountPassword.make: 32 lower-case hexadecimal digits, Redacted",
    jsonSchema: { type: "string", pattern: "^[0-9a-f]{32}$", format: "password" },
    arbitrary: () => (fc) => fc.stringMatching(/^[0-9a-f]{32}$/).map(Redacted.make)
  })
)

/** The one table of the chapter. */
const ramErrors = {
  "10001": ApiError.ParameterError,
  "10002": ApiError.TokenRejected,
  "10005": ApiError.AppKeyInvalid,
  "10013": ApiError.AppNotPermitted,
  "10031": ApiError.PermissionDenied,
  "10032": ApiError.SubAccountNotFound,
  "10034": ApiError.SubAccountNameTaken,
  "10035": ApiError.SubAccountTokenFailed,
  "10036": ApiError.SubAccountFrozen,
  "50000": ApiError.ServerError
}

const AccountPayload = /*#__PURE__*/ Schema.Struct({
  /** The sub-account's id. */
  accountId: Field.Text
})

// createAccount

const CreateAccountPayload = /*#__PURE__*/ Schema.Struct({
  /** The new sub-account's name, 4 to 40 characters. */
  accountName: AccountName,
  /** Its password, as `SubAccountPassword.make` returns it. */
  password: Password
})

/**
 * @since 0.1.0
 * @category models
 */
export interface CreateAccountInput extends Schema.Schema.Type<typeof CreateAccountPayload> {}

const CreateAccountResult = /*#__PURE__*/ Wire.result({
  /** The new sub-account's id. */
  accountId: Wire.Text
})

/**
 * @since 0.1.0
 * @category models
 */
export interface NewSubAccount extends Schema.Schema.Type<typeof CreateAccountResult> {}

/**
 * @since 0.1.0
 * @category errors
 */
export type CreateAccountError = Operation.ErrorOf<typeof ramErrors>

/**
 * Creates a sub-account. It may do nothing until it is given a policy.
 *
 * Source: "Sub-account (RAM)", 1.1 Create Sub-Account.
 *
 * @since 0.1.0
 * @category operations
 */
export const createAccount: Operation.Operation<CreateAccountInput, NewSubAccount, CreateAccountError> =
  /*#__PURE__*/ Operation.make({
    id: "ram.createAccount",
    section: "Sub-account (RAM)",
    lines: [5874, 5916],
    method: "POST",
    path: "/api/lapp/ram/account/create",
    semantics: "once",
    payload: CreateAccountPayload,
    success: CreateAccountResult,
    errors: ramErrors
  })

// getAccount

const GetAccountPayload = /*#__PURE__*/ Schema.Struct({
  /** The sub-account's id. Of the two, this one counts. */
  accountId: /*#__PURE__*/ Field.optional(Field.Text),
  /** The sub-account's name. */
  accountName: /*#__PURE__*/ Field.optional(Field.Text)
})

/**
 * @since 0.1.0
 * @category models
 */
export interface GetAccountInput extends Schema.Schema.Type<typeof GetAccountPayload> {}

const Account = /*#__PURE__*/ Wire.result({
  accountId: Wire.Text,
  accountName: Wire.Text,
  /** The application that it belongs to. */
  appKey: Wire.Text,
  accountStatus: AccountStatus.Output,
  /** What it may do. Absent where nobody has said so yet: it may do nothing. */
  policy: /*#__PURE__*/ Wire.optional(Policy.Output)
})

/**
 * @since 0.1.0
 * @category models
 */
export interface SubAccount extends Schema.Schema.Type<typeof Account> {}

/**
 * @since 0.1.0
 * @category errors
 */
export type GetAccountError = Operation.ErrorOf<typeof ramErrors>

/**
 * A sub-account, by its id or its name. With a sub-account's own token, neither is needed.
 *
 * Source: "Sub-account (RAM)", 1.2 Get Single Sub-Account Information.
 *
 * @since 0.1.0
 * @category operations
 */
export const getAccount: Operation.Operation<GetAccountInput, SubAccount, GetAccountError> =
  /*#__PURE__*/ Operation.make({
    id: "ram.getAccount",
    section: "Sub-account (RAM)",
    lines: [5918, 5993],
    method: "POST",
    path: "/api/lapp/ram/account/get",
    semantics: "read",
    payload: GetAccountPayload,
    success: Account,
    errors: ramErrors
  })

// listAccounts

const ListAccountsPayload = /*#__PURE__*/ Schema.Struct(Field.paging)

/**
 * @since 0.1.0
 * @category models
 */
export interface ListAccountsInput extends Schema.Schema.Type<typeof ListAccountsPayload> {}

/**
 * @since 0.1.0
 * @category errors
 */
export type ListAccountsError = Operation.ErrorOf<typeof ramErrors>

/**
 * One page of the sub-accounts; `Page.stream(Ram.listAccounts, {})` gives all of them.
 *
 * Source: "Sub-account (RAM)", 1.3 Access Sub-account Information List.
 *
 * @since 0.1.0
 * @category operations
 */
export const listAccounts: Operation.Paged<ListAccountsInput, SubAccount, ListAccountsError> =
  /*#__PURE__*/ Operation.make({
    id: "ram.listAccounts",
    section: "Sub-account (RAM)",
    lines: [5995, 6095],
    method: "POST",
    path: "/api/lapp/ram/account/list",
    family: "lapp-page",
    reads: "page",
    semantics: "read",
    payload: ListAccountsPayload,
    success: /*#__PURE__*/ Wire.page(Account),
    errors: ramErrors
  })

// updatePassword

const UpdatePasswordPayload = /*#__PURE__*/ Schema.Struct({
  ...AccountPayload.fields,
  /** The password until now, as `SubAccountPassword.make` returns it. */
  oldPassword: Password,
  /** The password from now on, likewise. */
  newPassword: Password
})

/**
 * @since 0.1.0
 * @category models
 */
export interface UpdatePasswordInput extends Schema.Schema.Type<typeof UpdatePasswordPayload> {}

/**
 * @since 0.1.0
 * @category errors
 */
export type UpdatePasswordError = Operation.ErrorOf<typeof ramErrors>

/**
 * Changes the password of a sub-account.
 *
 * Source: "Sub-account (RAM)", 1.4 Edit Current Sub-account Password.
 *
 * @since 0.1.0
 * @category operations
 */
export const updatePassword: Operation.Operation<UpdatePasswordInput, void, UpdatePasswordError> =
  /*#__PURE__*/ Operation.make({
    id: "ram.updatePassword",
    section: "Sub-account (RAM)",
    lines: [6097, 6134],
    method: "POST",
    path: "/api/lapp/ram/account/updatePassword",
    semantics: "once",
    payload: UpdatePasswordPayload,
    success: Wire.Nothing,
    errors: ramErrors
  })

// setPolicy

const SetPolicyPayload = /*#__PURE__*/ Schema.Struct({
  ...AccountPayload.fields,
  /** All that it may do from now on. */
  policy: Policy.PolicyText
})

/**
 * @since 0.1.0
 * @category models
 */
export interface SetPolicyInput extends Schema.Schema.Type<typeof SetPolicyPayload> {}

/**
 * @since 0.1.0
 * @category errors
 */
export type SetPolicyError = Operation.ErrorOf<typeof ramErrors>

/**
 * Says what a sub-account may do: the policy takes the place of the one it had.
 *
 * Source: "Sub-account (RAM)", 1.5 Edit Sub-account Permission Strategy.
 *
 * @since 0.1.0
 * @category operations
 */
export const setPolicy: Operation.Operation<SetPolicyInput, void, SetPolicyError> =
  /*#__PURE__*/ Operation.make({
    id: "ram.setPolicy",
    section: "Sub-account (RAM)",
    lines: [6136, 6169],
    method: "POST",
    path: "/api/lapp/ram/policy/set",
    semantics: "idempotent",
    payload: SetPolicyPayload,
    success: Wire.Nothing,
    errors: ramErrors
  })

// addStatement

const AddStatementPayload = /*#__PURE__*/ Schema.Struct({
  ...AccountPayload.fields,
  /** What it may do besides. */
  statement: Policy.StatementText
})

/**
 * @since 0.1.0
 * @category models
 */
export interface AddStatementInput extends Schema.Schema.Type<typeof AddStatementPayload> {}

/**
 * @since 0.1.0
 * @category errors
 */
export type AddStatementError = Operation.ErrorOf<typeof ramErrors>

/**
 * Adds a statement to what a sub-account may do.
 *
 * Source: "Sub-account (RAM)", 1.6 Add Sub-account Permission.
 *
 * @since 0.1.0
 * @category operations
 */
export const addStatement: Operation.Operation<AddStatementInput, void, AddStatementError> =
  /*#__PURE__*/ Operation.make({
    id: "ram.addStatement",
    section: "Sub-account (RAM)",
    lines: [6171, 6204],
    method: "POST",
    path: "/api/lapp/ram/statement/add",
    semantics: "once",
    payload: AddStatementPayload,
    success: Wire.Nothing,
    errors: ramErrors
  })

// deleteStatements

const DeleteStatementsPayload = /*#__PURE__*/ Schema.Struct({
  ...AccountPayload.fields,
  /** The device that it may do nothing with any more. */
  deviceSerial: Field.DeviceSerial
})

/**
 * @since 0.1.0
 * @category models
 */
export interface DeleteStatementsInput extends Schema.Schema.Type<typeof DeleteStatementsPayload> {}

/**
 * @since 0.1.0
 * @category errors
 */
export type DeleteStatementsError = Operation.ErrorOf<typeof ramErrors>

/**
 * Takes a device away from a sub-account: every statement about it goes.
 *
 * Source: "Sub-account (RAM)", 1.7 Delete Sub-Account Permission.
 *
 * @since 0.1.0
 * @category operations
 */
export const deleteStatements: Operation.Operation<DeleteStatementsInput, void, DeleteStatementsError> =
  /*#__PURE__*/ Operation.make({
    id: "ram.deleteStatements",
    section: "Sub-account (RAM)",
    lines: [6206, 6239],
    method: "POST",
    path: "/api/lapp/ram/statement/delete",
    semantics: "idempotent",
    payload: DeleteStatementsPayload,
    success: Wire.Nothing,
    errors: ramErrors
  })

// getToken

const GetTokenPayload = AccountPayload

/**
 * @since 0.1.0
 * @category models
 */
export interface GetTokenInput extends Schema.Schema.Type<typeof GetTokenPayload> {}

/**
 * @since 0.1.0
 * @category errors
 */
export type GetTokenError = Operation.ErrorOf<typeof ramErrors>

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
export const getToken: Operation.Operation<GetTokenInput, AccessToken.Token, GetTokenError> =
  /*#__PURE__*/ Operation.make({
    id: "ram.getToken",
    section: "Sub-account (RAM)",
    lines: [6241, 6278],
    method: "POST",
    path: "/api/lapp/ram/token/get",
    semantics: "read",
    payload: GetTokenPayload,
    success: AccessToken.get.definition.success,
    errors: ramErrors
  })

// deleteAccount

const DeleteAccountPayload = AccountPayload

/**
 * @since 0.1.0
 * @category models
 */
export interface DeleteAccountInput extends Schema.Schema.Type<typeof DeleteAccountPayload> {}

/**
 * @since 0.1.0
 * @category errors
 */
export type DeleteAccountError = Operation.ErrorOf<typeof ramErrors>

/**
 * Deletes a sub-account; its tokens end with it.
 *
 * Source: "Sub-account (RAM)", 1.9 Delete Sub-Account.
 *
 * @since 0.1.0
 * @category operations
 */
export const deleteAccount: Operation.Operation<DeleteAccountInput, void, DeleteAccountError> =
  /*#__PURE__*/ Operation.make({
    id: "ram.deleteAccount",
    section: "Sub-account (RAM)",
    lines: [6280, 6312],
    method: "POST",
    path: "/api/lapp/ram/account/delete",
    semantics: "once",
    payload: DeleteAccountPayload,
    success: Wire.Nothing,
    errors: ramErrors
  })
