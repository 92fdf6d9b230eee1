import { readWraps } from '../../catalog/wraps.ts'
import { decryptBytes } from '../../codec/age/bytes.ts'
import { stanzaTypes } from '../../codec/age/stanzas.ts'
import type { DrillCheck } from '../../domain/drill.ts'
import type { Manifest } from '../../domain/manifest.ts'
import type { Store } from '../../domain/store.ts'
import { hasCode } from '../../errors/error.ts'
import type { CommandContext } from '../context.ts'
import { keyFor } from '../repository/data-key.ts'
import type { Openers } from '../repository/identities.ts'

export interface WrapsFound {
  readonly check: DrillCheck
  readonly damaged: readonly string[]
}

type Kind = 'identities' | 'passphrase'

/** What the openers made of the wraps of one backup; names are those of the wraps' last segments. */
interface Opened {
  readonly damaged: string[]
  readonly shut: string[]
  /** How many wraps there are that only such an opener can open, and how many of them it opened. */
  readonly of: Record<Kind, { there: number; opened: number }>
}

async function openAll(
  wraps: Awaited<ReturnType<typeof readWraps>>,
  openers: Openers,
  recipient: string | undefined,
): Promise<Opened> {
  const none = () => ({ there: 0, opened: 0 })
  const found: Opened = { damaged: [], shut: [], of: { identities: none(), passphrase: none() } }
  const keyring = { identities: [...openers.identities], passphrases: [...openers.passphrases] }
  for (const { key, n, wrapped } of wraps) {
    const kind = found.of[stanzaTypes(wrapped).includes('scrypt') ? 'passphrase' : 'identities']
    kind.there += 1
    try {
      if (await keyFor(await decryptBytes(wrapped, keyring), recipient)) kind.opened += 1
      else found.damaged.push(key)
    } catch (error) {
      // A wrap for somebody else's key cannot be judged from here.
      if (hasCode(error, 'identity-wrong', 'passphrase-wrong')) found.shut.push(`${n}.age`)
      else found.damaged.push(key)
    }
  }
  return found
}

/** Configured openers that open none of the wraps they are for: one that is kept for the worst day must open something. */
function useless({ of }: Opened, openers: Openers): string[] {
  const given = { identities: openers.identities.length, passphrase: openers.passphrases.length }
  const kinds: readonly Kind[] = ['identities', 'passphrase']
  return kinds
    .filter((kind) => given[kind] > 0 && of[kind].there > 0 && of[kind].opened === 0)
    .map((kind) => (kind === 'identities' ? 'no identity here opens one' : 'the passphrase opens none'))
}

/**
 * Whether the wrapped keys of a backup are there, open with what this run has, and are those of this backup; without
 * any opener only that they are there. An identity and a passphrase must each open a wrap where there are some for it.
 */
export async function lookAtWraps(
  context: CommandContext,
  store: Store,
  { job, id, encryption }: Manifest,
  openers: Openers | undefined,
): Promise<WrapsFound> {
  const wraps = await readWraps(store, job, id, context.signal)
  const expected = openers ? 'a key that opens' : 'a wrapped key'
  const check = (result: DrillCheck['result'], found: string) => ({ name: 'keys', result, expected, found })
  if (wraps.length === 0) return { check: check('failed', 'none'), damaged: [`keys/${job}/${id}/`] }
  if (openers === undefined) {
    return { check: check('passed', `${wraps.length}, not opened: no identity here`), damaged: [] }
  }
  const recipient = encryption.type === 'none' ? undefined : encryption.recipient
  const found = await openAll(wraps, openers, recipient)
  const opened = found.of.identities.opened + found.of.passphrase.opened
  const troubles = useless(found, openers)
  const text = [
    `${opened} of ${wraps.length} open`,
    ...(found.shut.length > 0 ? [`for other keys: ${found.shut.join(', ')}`] : []),
    ...troubles,
  ].join('; ')
  const failed = found.damaged.length > 0 || opened === 0 || troubles.length > 0
  return { check: check(failed ? 'failed' : 'passed', text), damaged: found.damaged }
}
