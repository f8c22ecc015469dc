import * as Effect from "effect/Effect"
import * as Encoding from "effect/Encoding"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import * as Schema from "effect/Schema"
import { type StoredToken, TokenStoreError } from "../TokenStore.js"

const Stored: Schema.Schema<StoredToken, string> = /*#__PURE__*/ Schema.parseJson(
  /*#__PURE__*/ Schema.Struct({
    accessToken: /*#__PURE__*/ Schema.Redacted(Schema.NonEmptyString),
    expiresAt: Schema.Finite,
    areaDomain: /*#__PURE__*/ Schema.optionalWith(/*#__PURE__*/ Schema.UndefinedOr(Schema.String), {
      default: () => undefined
    })
  })
)

/** How tokens are written into a store, and read from it. */
export interface Sealing {
  readonly seal: (key: string, token: StoredToken) => Effect.Effect<string, TokenStoreError>
  /** Nothing where the text is damaged, or sealed by another key: there is no use in it, and a new token helps. */
  readonly open: (key: string, text: string) => Effect.Effect<Option.Option<StoredToken>>
}

const encoder = new TextEncoder()

const ivLength = 12

/** A key of high entropy needs no slow derivation. */
const shortestKey = 32

const failed = (message: string) => (cause: unknown) =>
  new TokenStoreError({ reason: "unavailable", message, cause })

const unreadable = Effect.as(
  Effect.logWarning("A stored access token cannot be read, and is replaced"),
  Option.none<StoredToken>()
)

const plain: Sealing = {
  seal: (_key, token) => Effect.mapError(Schema.encode(Stored)(token), failed("the token cannot be written")),
  open: (_key, text) =>
    Effect.matchEffect(Schema.decode(Stored)(text), {
      onFailure: () => unreadable,
      onSuccess: (token) => Effect.succeed(Option.some(token))
    })
}

/** AES-256-GCM under a key derived by HKDF; bound to the store's key, so that no token passes for another one. */
const sealedBy = (encryptionKey: Redacted.Redacted<string>): Effect.Effect<Sealing, TokenStoreError> =>
  Effect.gen(function* () {
    const secret = encoder.encode(Redacted.value(encryptionKey))
    if (secret.length < shortestKey) {
      return yield* new TokenStoreError({
        reason: "insecure",
        message: `the encryptionKey has to be ${shortestKey} characters or more, at random`
      })
    }
    const { subtle } = globalThis.crypto
    const key = yield* Effect.tryPromise({
      try: async () =>
        subtle.deriveKey(
          {
            name: "HKDF",
            hash: "SHA-256",
            salt: new Uint8Array(),
            info: encoder.encode("effect-ezviz access token")
          },
          await subtle.importKey("raw", secret, "HKDF", false, ["deriveKey"]),
          { name: "AES-GCM", length: 256 },
          false,
          ["encrypt", "decrypt"]
        ),
      catch: failed("the encryptionKey cannot be used")
    })
    const algorithm = (iv: Uint8Array<ArrayBuffer>, name: string) => ({
      name: "AES-GCM",
      iv,
      additionalData: encoder.encode(name)
    })
    return {
      seal: (name, token) =>
        Effect.flatMap(plain.seal(name, token), (text) =>
          Effect.tryPromise({
            try: async () => {
              const iv = globalThis.crypto.getRandomValues(new Uint8Array(ivLength))
              const sealed = await subtle.encrypt(algorithm(iv, name), key, encoder.encode(text))
              return Encoding.encodeBase64(new Uint8Array([...iv, ...new Uint8Array(sealed)]))
            },
            catch: failed("the token cannot be encrypted")
          })
        ),
      open: (name, text) =>
        Effect.matchEffect(
          Effect.flatMap(Encoding.decodeBase64(text.trim()), (bytes) =>
            Effect.tryPromise(() =>
              subtle.decrypt(
                algorithm(bytes.slice(0, ivLength) as Uint8Array<ArrayBuffer>, name),
                key,
                bytes.slice(ivLength) as Uint8Array<ArrayBuffer>
              )
            )
          ),
          {
            onFailure: () => unreadable,
            onSuccess: (opened) => plain.open(name, new TextDecoder().decode(opened))
          }
        )
    }
  })

/** Plain, or sealed where a key is given. */
export const makeSealing = (
  encryptionKey: Redacted.Redacted<string> | undefined
): Effect.Effect<Sealing, TokenStoreError> =>
  encryptionKey === undefined ? Effect.succeed(plain) : sealedBy(encryptionKey)
