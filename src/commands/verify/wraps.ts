import type { CatalogueEntry } from '../../catalog/entry.ts'
import { readManifest } from '../../catalog/read-manifest.ts'
import { readWraps } from '../../catalog/wraps.ts'
import { decryptBytes } from '../../codec/age/bytes.ts'
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

/** The recipient that the key of a backup must derive. */
async function recipientIn(
  context: CommandContext,
  store: Store,
  entry: CatalogueEntry,
): Promise<string | undefined> {
  const { job, id, manifestSha256: sha256 } = entry
  const { manifest } = await readManifest(store, job, id, { signal: context.signal, sha256 })
  return manifest.encryption.type === 'none' ? undefined : manifest.encryption.recipient
}

/**
 * Whether the wrapped keys of a backup are there, open with what this run has, and are those of this backup; without
 * any opener only that they are there.
 */
export async function lookAtWraps(
  context: CommandContext,
  store: Store,
  entry: CatalogueEntry,
  openers: Openers | undefined,
): Promise<WrapsFound> {
  const wraps = await readWraps(store, entry.job, entry.id, context.signal)
  const damaged: string[] = []
  const recipient = openers && (await recipientIn(context, store, entry))
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
      damaged: [`keys/${entry.job}/${entry.id}/`],
    }
  }
  const found = openers
    ? `${opened} of ${wraps.length} open`
    : `${wraps.length}, not opened: no identity here`
  const result = damaged.length > 0 || (openers !== undefined && opened === 0) ? 'failed' : 'passed'
  return { check: { name: 'keys', result, expected, found }, damaged }
}
