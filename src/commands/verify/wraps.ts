import { readWraps } from '../../catalog/wraps.ts'
import { decryptBytes } from '../../codec/age/bytes.ts'
import type { Manifest } from '../../domain/manifest.ts'
import type { DrillCheck } from '../../domain/source.ts'
import type { Store } from '../../domain/store.ts'
import { hasCode } from '../../errors/error.ts'
import type { CommandContext } from '../context.ts'
import { keyFor } from '../repository/data-key.ts'
import type { Openers } from '../repository/identities.ts'

export interface WrapsFound {
  readonly check: DrillCheck
  readonly damaged: readonly string[]
}

/**
 * Whether the wrapped keys of a backup are there, open with what this run has, and are those of this backup; without
 * any opener only that they are there.
 */
export async function lookAtWraps(
  context: CommandContext,
  store: Store,
  { job, id, encryption }: Manifest,
  openers: Openers | undefined,
): Promise<WrapsFound> {
  const wraps = await readWraps(store, job, id, context.signal)
  const damaged: string[] = []
  // What the key of this backup must derive.
  const recipient = encryption.type === 'none' ? undefined : encryption.recipient
  let opened = 0
  for (const { key, wrapped } of openers ? wraps : []) {
    try {
      const plain = await decryptBytes(wrapped, {
        identities: [...(openers?.identities ?? [])],
        passphrases: [...(openers?.passphrases ?? [])],
      })
      if (await keyFor(plain, recipient)) opened += 1
      else damaged.push(key)
    } catch (error) {
      // A wrap for somebody else's key cannot be judged from here.
      if (!hasCode(error, 'identity-wrong', 'passphrase-wrong')) damaged.push(key)
    }
  }
  const expected = openers ? 'a key that opens' : 'a wrapped key'
  if (wraps.length === 0) {
    return {
      check: { name: 'keys', result: 'failed', expected, found: 'none' },
      damaged: [`keys/${job}/${id}/`],
    }
  }
  const found = openers
    ? `${opened} of ${wraps.length} open`
    : `${wraps.length}, not opened: no identity here`
  const result = damaged.length > 0 || (openers !== undefined && opened === 0) ? 'failed' : 'passed'
  return { check: { name: 'keys', result, expected, found }, damaged }
}
