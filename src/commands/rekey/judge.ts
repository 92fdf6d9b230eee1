import type { StoredWrap } from '../../catalog/wraps.ts'
import { decryptBytes } from '../../codec/age/bytes.ts'
import type { Keyring } from '../../codec/age/header.ts'
import { stanzaTypes } from '../../codec/age/stanzas.ts'
import type { Secret } from '../../domain/secret.ts'
import { keyFor } from '../repository/data-key.ts'
import type { RekeyKeys } from './keys.ts'

export interface WrapBytes extends StoredWrap {
  readonly wrapped: Uint8Array
}

/** What the keys of this run say of the wraps of one backup. */
export interface WrapsJudged {
  /** The backup's data key, if one of the wraps opens. */
  readonly dataKey: Secret | undefined
  /** The wraps that are for whom the configuration names, and only for them; the oldest of each kind. */
  readonly forRecipients: WrapBytes | undefined
  readonly forPassphrase: WrapBytes | undefined
}

/** The data key in a wrap, where `keyring` opens it and it is the key of this backup. */
async function opened(wrapped: Uint8Array, keyring: Keyring, recipient: string): Promise<Secret | undefined> {
  try {
    return await keyFor(await decryptBytes(wrapped, keyring), recipient)
  } catch {
    // For other keys, damaged, or planted: none of them is one to rely on.
    return undefined
  }
}

/**
 * The data key as identities of the configured recipients open it; undefined where none of them is here or one of them
 * does not. That each identity at hand opens it proves more than one alone.
 */
export async function proveRecipients(
  wrapped: Uint8Array,
  { recipients, identities }: RekeyKeys,
  recipient: string,
): Promise<{ readonly dataKey: Secret; readonly by: number } | undefined> {
  let found: Secret | undefined
  let by = 0
  for (const known of identities) {
    if (!recipients.includes(known.recipient)) continue
    found = await opened(wrapped, { identities: [known.identity] }, recipient)
    if (found === undefined) return undefined
    by += 1
  }
  return found && { dataKey: found, by }
}

/** The same by the passphrase. */
export function provePassphrase(
  wrapped: Uint8Array,
  passphrase: Secret,
  recipient: string,
): Promise<Secret | undefined> {
  return opened(wrapped, { passphrases: [passphrase] }, recipient)
}

/**
 * Looks which wraps are as the configuration wants them. An age file does not say for whom it is: it is taken for that of
 * the recipients when it has as many stanzas and the identities of all of them open it, or when `isOwn` knows it.
 */
export async function judgeWraps(
  wraps: readonly WrapBytes[],
  keys: RekeyKeys,
  recipient: string,
  isOwn: (wrapped: Uint8Array, recipient: string) => boolean,
): Promise<WrapsJudged> {
  let dataKey: Secret | undefined
  let forRecipients: WrapBytes | undefined
  let forPassphrase: WrapBytes | undefined
  const mayOpen = keys.identities.some((known) => keys.recipients.includes(known.recipient))
  const identities = keys.identities.map(({ identity }) => identity)
  for (const wrap of wraps) {
    const types = stanzaTypes(wrap.wrapped)
    if (types.includes('scrypt')) {
      if (keys.passphrase === undefined || forPassphrase) continue
      const found = await provePassphrase(wrap.wrapped, keys.passphrase, recipient)
      if (found) forPassphrase = wrap
      dataKey ??= found
      continue
    }
    dataKey ??= await opened(wrap.wrapped, { identities }, recipient)
    if (forRecipients || keys.recipients.length === 0 || types.length !== keys.recipients.length) continue
    const proof = await proveRecipients(wrap.wrapped, keys, recipient)
    if (mayOpen && proof === undefined) continue
    if (proof?.by === keys.recipients.length || isOwn(wrap.wrapped, recipient)) forRecipients = wrap
  }
  return { dataKey, forRecipients, forPassphrase }
}
