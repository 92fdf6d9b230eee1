import { wrapKey } from '../../catalog/keys.ts'
import { sha256Hex } from '../../codec/hash.ts'
import type { ObjectReference } from '../../domain/manifest.ts'
import type { CommandContext } from '../context.ts'
import { makeDataKey, type PublicKey } from './data-key.ts'
import type { Resumable } from './resumable.ts'

/** The key of a run, and its wraps: `bodies` are those that have to be stored. */
export interface RunKey {
  /** Absent: nothing is encrypted. */
  readonly key: PublicKey | undefined
  readonly wraps: readonly ObjectReference[]
  readonly wrapBodies: readonly Uint8Array[]
}

/** A new data key, or that of the run which this one goes on with: its public half is all that writing needs. */
export async function keyOf(
  context: CommandContext,
  job: string,
  id: string,
  resumed: Resumable | undefined,
): Promise<RunKey> {
  if (resumed) {
    const { recipient, resume } = resumed.header
    return { key: recipient === null ? undefined : { recipient }, wraps: resume.wraps, wrapBodies: [] }
  }
  const encryption = context.config.encryption()
  if (encryption.none) return { key: undefined, wraps: [], wrapBodies: [] }
  const { recipient, wraps: wrapBodies } = await makeDataKey(encryption)
  const wraps = wrapBodies.map((body, index) => ({
    key: wrapKey(job, id, index + 1),
    bytes: body.byteLength,
    sha256: sha256Hex(body),
  }))
  return { key: { recipient }, wraps, wrapBodies }
}
