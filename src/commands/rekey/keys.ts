import { parseIdentities, parseRecipients, recipientOf } from '../../codec/age/keys.ts'
import type { Secret } from '../../domain/secret.ts'
import { HoldfastError } from '../../errors/error.ts'
import type { CommandContext } from '../context.ts'
import { identityText } from '../repository/identities.ts'

/** An identity with its public half. */
export interface KnownIdentity {
  readonly identity: Secret
  readonly recipient: string
}

/** Whom backups are to be for from now on, and what may open them until then. */
export interface RekeyKeys {
  /** Sorted, each once. */
  readonly recipients: readonly string[]
  readonly passphrase: Secret | undefined
  /** Of `--identity` and of the configuration: the old ones and the new ones. */
  readonly identities: readonly KnownIdentity[]
}

async function knownIdentities(context: CommandContext): Promise<KnownIdentity[]> {
  const texts = [await identityText(context), context.config.identity()]
  const known = new Map<string, KnownIdentity>()
  for (const text of texts) {
    for (const identity of text === undefined ? [] : parseIdentities(text)) {
      const recipient = await recipientOf(identity)
      known.set(recipient, { identity, recipient })
    }
  }
  return [...known.values()]
}

/**
 * The keys of a `rekey`. Errors: `identity-missing` where nothing could open a backup, `rekey-unproven` with `dropOld`
 * where no identity of the configured recipients is here: then nobody could say that the new wraps open.
 */
export async function rekeyKeys(context: CommandContext, dropOld: boolean): Promise<RekeyKeys> {
  const { config } = context
  const encryption = config.encryption()
  if (encryption.none) {
    throw new HoldfastError('recipient-missing', 'the configuration says encryption: none', {
      hint: 'Put whom the backups are to be for under encryption.recipients, and run rekey again.',
    })
  }
  const recipients = [...new Set(parseRecipients(encryption.recipients))].sort()
  const { passphrase } = encryption
  const identities = await knownIdentities(context)
  if (identities.length === 0 && passphrase === undefined) {
    throw new HoldfastError('identity-missing', 'no key is here that opens the backups as they are', {
      hint: 'Give the identity that opens them now with --identity FILE; the file may hold the new one as well.',
    })
  }
  const provable = recipients.length === 0 || identities.some((known) => recipients.includes(known.recipient))
  if (dropOld && !provable) {
    throw new HoldfastError('rekey-unproven', 'no identity of encryption.recipients is here', {
      hint: 'Add the new identity to the file of --identity, below the old one: old wraps go only when it has opened the new ones.',
      context: { recipients },
    })
  }
  return { recipients, passphrase, identities }
}
