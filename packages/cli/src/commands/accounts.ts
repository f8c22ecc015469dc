import * as Args from "@effect/cli/Args"
import * as Command from "@effect/cli/Command"
import * as Options from "@effect/cli/Options"
import * as FileSystem from "@effect/platform/FileSystem"
import { Page, Policy, Ram, SubAccountPassword } from "@effect-ezviz/core"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import * as Schema from "effect/Schema"
import * as Account from "../Account.js"
import * as Failure from "../Failure.js"
import * as Output from "../Output.js"
import * as Parameter from "../Parameter.js"
import * as Secret from "../Secret.js"
import * as StandardInput from "../StandardInput.js"
import * as Write from "../Write.js"

const accountId = Args.text({ name: "account" }).pipe(Args.withDescription("The sub-account's id."))

const statementsOf = ({ policy }: Ram.SubAccount) => policy?.statements.length ?? 0

const list = Command.make("list", Output.format, (format) =>
  Output.items(Page.stream(Ram.listAccounts, {}), format, {
    ACCOUNT: (account) => account.accountId,
    NAME: (account) => account.accountName,
    STATUS: (account) => account.accountStatus,
    STATEMENTS: statementsOf
  })
).pipe(Command.withDescription("List the sub-accounts."))

const byName = Options.boolean("by-name").pipe(Options.withDescription("The sub-account's name is given."))

const show = Command.make(
  "show",
  { account: accountId, byName, ...Output.format },
  ({ account, byName, ...format }) =>
    Effect.flatMap(Ram.getAccount(byName ? { accountName: account } : { accountId: account }), (found) =>
      Output.one(found, format, {
        Account: (each) => each.accountId,
        Name: (each) => each.accountName,
        Status: (each) => each.accountStatus,
        Statements: statementsOf
      })
    )
).pipe(Command.withDescription("Show one sub-account, by its id or its name."))

/** A password, as the cloud knows it. */
const password = (ask: Effect.Effect.Success<typeof Secret.asking>, question: Secret.Question) =>
  Effect.gen(function* () {
    const { appKey } = yield* Account.Account
    return SubAccountPassword.make(appKey, yield* ask(question))
  })

const accountName = Args.text({ name: "name" }).pipe(
  Args.withDescription("The new sub-account's name, 4 to 40 characters.")
)

const create = Command.make("create", { accountName, ...Write.options }, ({ accountName, ...options }) =>
  Effect.gen(function* () {
    const chosen = yield* password(yield* Secret.asking, {
      variable: "EZVIZ_ACCOUNT_PASSWORD",
      message: "The sub-account's password"
    })
    yield* Write.send(Ram.createAccount({ accountName, password: chosen }), {
      ...options,
      done: (created) =>
        `${accountName} was created: it is account ${created.accountId}, and may do nothing yet.`
    })
  })
).pipe(
  Command.withDescription(
    "Create a sub-account. Its password is asked for, or read from EZVIZ_ACCOUNT_PASSWORD or standard input."
  )
)

const changePassword = Command.make(
  "password",
  { accountId, ...Write.options },
  ({ accountId, ...options }) =>
    Effect.gen(function* () {
      const ask = yield* Secret.asking
      const oldPassword = yield* password(ask, {
        variable: "EZVIZ_ACCOUNT_OLD_PASSWORD",
        message: "The sub-account's password until now"
      })
      const newPassword = yield* password(ask, {
        variable: "EZVIZ_ACCOUNT_PASSWORD",
        message: "The sub-account's password from now on"
      })
      yield* Write.send(Ram.updatePassword({ accountId, oldPassword, newPassword }), {
        ...options,
        done: () => `${accountId} has another password.`
      })
    })
).pipe(
  Command.withDescription(
    "Change a sub-account's password. The old one and the new one are asked for, or read from EZVIZ_ACCOUNT_OLD_PASSWORD and EZVIZ_ACCOUNT_PASSWORD, or from two lines of standard input."
  )
)

const remove = Command.make(
  "delete",
  { accountId, ...Write.options, yes: Write.yes },
  ({ accountId, ...options }) =>
    Effect.zipRight(
      Write.confirmed(`Delete the sub-account ${accountId}? Its tokens end with it.`, options),
      Write.send(Ram.deleteAccount({ accountId }), { ...options, done: () => `${accountId} was deleted.` })
    )
).pipe(Command.withDescription("Delete a sub-account."))

// Policies

const printed = (resource: Policy.Resource): string =>
  typeof resource === "string"
    ? resource
    : resource.channelNo === undefined
      ? resource.deviceSerial
      : `${resource.deviceSerial}:${resource.channelNo}`

const showPolicy = Command.make("show", { accountId, ...Output.format }, ({ accountId, ...format }) =>
  Effect.gen(function* () {
    const { policy = Policy.make() } = yield* Ram.getAccount({ accountId })
    if (format.json || format.ndjson) {
      const text = yield* Schema.encode(Policy.PolicyText)(policy)
      return yield* Output.document(yield* Schema.decode(Schema.parseJson())(text), format)
    }
    if (policy.statements.length === 0) return yield* Console.error("It may do nothing.")
    yield* Console.log(
      policy.statements
        .map(({ permissions, resources }) =>
          Output.printable(`${permissions.join(", ")} on ${resources.map(printed).join(", ")}`)
        )
        .join("\n")
    )
  })
).pipe(Command.withDescription("Show what a sub-account may do; with --json as `policy set` takes it."))

const file = Args.text({ name: "file" }).pipe(
  Args.withDescription(
    'A file with the policy: {"Statement":[{"Permission":"GET","Resource":["dev:SERIAL"]}]}. `-` is standard input.'
  )
)

const setPolicy = Command.make(
  "set",
  { accountId, file, ...Write.options, yes: Write.yes },
  ({ accountId, file, ...options }) =>
    Effect.gen(function* () {
      const text =
        file === "-"
          ? yield* StandardInput.text
          : yield* Effect.flatMap(FileSystem.FileSystem, (fs) => fs.readFileString(file))
      const policy = yield* Effect.mapError(
        Schema.decode(Policy.PolicyText)(text),
        () =>
          new Failure.Usage({ message: `${file} is not a policy: see what \`policy show --json\` prints.` })
      )
      yield* Write.confirmed(`Replace all that the sub-account ${accountId} may do?`, options)
      yield* Write.send(Ram.setPolicy({ accountId, policy }), {
        ...options,
        done: () => `${accountId} may do what ${file === "-" ? "the policy" : file} says, and nothing else.`
      })
    })
).pipe(Command.withDescription("Replace what a sub-account may do."))

export const policy = Command.make("policy").pipe(
  Command.withSubcommands([showPolicy, setPolicy]),
  Command.withDescription("Look at what a sub-account may do, or replace it.")
)

const permissions = Options.text("permission").pipe(
  Options.withAlias("p"),
  Options.atLeast(1),
  Options.withDescription("What it may do, such as GET, UPDATE or REAL. Can be given several times.")
)

const devices = Options.text("device").pipe(
  Options.withAlias("d"),
  Options.repeated,
  Options.withDescription("The serial number of a device that this is about. Can be given several times.")
)

const Channel = Schema.String.pipe(
  Schema.pattern(/^.+:[1-9]\d*$/, { message: () => "--camera takes SERIAL:CHANNEL" })
)

const cameras = Options.text("camera").pipe(
  Options.repeated,
  Options.withSchema(Schema.mutable(Schema.Array(Channel))),
  Options.withDescription("A channel of a device, as SERIAL:CHANNEL. Can be given several times.")
)

const addStatement = Command.make(
  "add",
  { accountId, permissions, devices, cameras, ...Write.options },
  ({ accountId, cameras, devices, permissions, ...options }) =>
    Effect.gen(function* () {
      const statement = yield* Effect.mapError(
        Schema.decode(Policy.StatementText)(
          JSON.stringify({
            Permission: permissions.join(),
            Resource: [
              ...devices.map((serial) => `dev:${serial}`),
              ...cameras.map((camera) => `cam:${camera}`)
            ]
          })
        ),
        () =>
          new Failure.Usage({ message: "Say what it is about: --device SERIAL, or --camera SERIAL:CHANNEL." })
      )
      yield* Write.send(Ram.addStatement({ accountId, statement }), {
        ...options,
        done: () =>
          `${accountId} has ${statement.permissions.join(", ")} on ${statement.resources.map(printed).join(", ")}.`
      })
    })
).pipe(Command.withDescription("Let a sub-account do more."))

const deleteStatements = Command.make(
  "delete",
  { accountId, deviceSerial: Parameter.deviceSerial, ...Write.options, yes: Write.yes },
  ({ accountId, deviceSerial, ...options }) =>
    Effect.zipRight(
      Write.confirmed(`Take ${deviceSerial} away from the sub-account ${accountId}?`, options),
      Write.send(Ram.deleteStatements({ accountId, deviceSerial }), {
        ...options,
        done: () => `${accountId} may do nothing with ${deviceSerial} any more.`
      })
    )
).pipe(Command.withDescription("Take a device away from a sub-account: every statement about it goes."))

export const statement = Command.make("statement").pipe(
  Command.withSubcommands([addStatement, deleteStatements]),
  Command.withDescription("Let a sub-account do more, or take a device away from it.")
)

// Tokens

const output = Options.file("output").pipe(
  Options.withAlias("o"),
  Options.optional,
  Options.withDescription("A file to save the token in as JSON, for its owner alone.")
)

const token = Command.make(
  "token",
  { accountId, output, reveal: Parameter.reveal, ...Output.format },
  ({ accountId, output, reveal, ...format }) =>
    Effect.gen(function* () {
      const { accessToken, areaDomain, expireTime } = yield* Ram.getToken({ accountId })
      const found = { accessToken, areaDomain, expireTime }
      if (Option.isSome(output)) {
        const fs = yield* FileSystem.FileSystem
        // A file that is there keeps the rights it has: the new one is another.
        yield* fs.remove(output.value, { force: true })
        yield* fs.writeFileString(output.value, `${Output.json(found, { secrets: true, indent: 2 })}\n`, {
          flag: "wx",
          mode: 0o600
        })
      }
      if (format.json || format.ndjson) {
        return yield* Console.log(
          Output.json(found, { secrets: reveal, ...(format.ndjson ? {} : { indent: 2 }) })
        )
      }
      yield* Output.one(found, format, {
        Token: (each) =>
          reveal
            ? Redacted.value(each.accessToken)
            : Option.match(output, {
                onNone: () => "<redacted>: say --reveal, or --output FILE",
                onSome: (path) => `in ${path}`
              }),
        "Valid until": (each) => Output.instant(each.expireTime),
        "Valid at": (each) => each.areaDomain
      })
    })
).pipe(Command.withDescription("Get an access token that may do what the sub-account may."))

export const accounts = Command.make("accounts").pipe(
  Command.withSubcommands([list, show, create, changePassword, remove, policy, statement, token]),
  Command.withDescription("Sub-accounts, and what each of them may do.")
)
