import type { BackupName } from '../../catalog/keys.ts'
import { readShredMarker } from '../../catalog/shredded.ts'
import { readWraps } from '../../catalog/wraps.ts'
import { decryptBytes } from '../../codec/age/bytes.ts'
import { parseIdentities, recipientOf } from '../../codec/age/keys.ts'
import { Secret } from '../../domain/secret.ts'
import type { Store } from '../../domain/store.ts'
import { HoldfastError, hasCode } from '../../errors/error.ts'
import type { CommandContext } from '../context.ts'
import type { Openers } from './identities.ts'
import { shreddedError } from './shredded.ts'

/** The key in an opened wrap, if it is the very one that the backup was encrypted to, and not that of another. */
export async function keyFor(plain: Uint8Array, recipient: string | undefined): Promise<Secret | undefined> {
  const [identity] = parseIdentities(new Secret(Buffer.from(plain).toString('utf8')))
  return identity && (await recipientOf(identity)) === recipient ? identity : undefined
}

/**
 * A backup's data key, from the first wrap that one of the openers opens; it must derive the recipient that the
 * manifest names. Errors: `identity-wrong`, `passphrase-wrong`, `key-mismatch`; where no wrap is left `shredded`, or
 * `object-missing` without a marker of that.
 */
export async function openDataKey(
  context: CommandContext,
  store: Store,
  entry: BackupName,
  recipient: string,
  openers: Openers | undefined,
): Promise<Secret> {
  const wraps = await readWraps(store, entry.job, entry.id, context.signal)
  if (wraps.length === 0) {
    const marker = await readShredMarker(store, entry.job, entry.id, context.signal)
    if (marker) throw await shreddedError(context, store, entry)
    throw new HoldfastError('object-missing', `the keys of ${entry.id} are gone from ${store.name}`, {
      hint: 'Without a wrapped key the backup cannot be opened: it was shredded, or keys/ was deleted. Try another destination.',
      context: { id: entry.id, destination: store.name },
    })
  }
  let wrong: unknown
  for (const { wrapped, key } of wraps) {
    try {
      const plain = await decryptBytes(wrapped, {
        identities: [...(openers?.identities ?? [])],
        passphrases: [...(openers?.passphrases ?? [])],
      })
      const identity = await keyFor(plain, recipient)
      if (identity) return identity
      wrong = new HoldfastError('key-mismatch', `${key} holds the key of another backup`, {
        hint: 'Somebody put a foreign key there. Restore from another destination, and find out who may write.',
        context: { key, destination: store.name },
      })
    } catch (error) {
      // A damaged wrap matters only where no other opens; a wrong identity says most.
      if (wrong === undefined || hasCode(error, 'identity-wrong')) wrong = error
    }
  }
  throw named(wrong, entry)
}

/** In a chain each backup has a key of its own: the error says which one does not open. */
function named(error: unknown, { job, id }: BackupName): unknown {
  if (!hasCode(error, 'identity-wrong', 'passphrase-wrong')) return error
  return new HoldfastError(error.code, `${error.message}: the key of backup ${id}`, {
    hint: 'Give the identity or passphrase that this backup was made for. Where recipients changed in between, a file of identities may hold several, a line each.',
    context: { job, id },
    cause: error,
  })
}
