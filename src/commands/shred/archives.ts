import { dataPrefix, isOutside } from '../../catalog/keys.ts'
import { namedObjects } from '../../catalog/outside.ts'
import { readManifest } from '../../catalog/read-manifest.ts'
import { createSpared } from '../cleanup/spared.ts'
import type { CommandContext } from '../context.ts'
import type { Holder } from './survey.ts'

/**
 * The 7z archives of a backup and what lies beside them. Their passphrase opens them, and others as well: no wrapped key
 * is in between, so that they are shredded only when they are gone. Errors: those of the manifest.
 */
export async function archivesOf(
  context: CommandContext,
  holder: Holder,
): Promise<readonly { readonly key: string }[]> {
  const { store, entry } = holder
  if (!entry.archived) return []
  const { job, id, manifestSha256: sha256 } = entry
  const { manifest } = await readManifest(store, job, id, { signal: context.signal, sha256 })
  const keys = manifest.streams.flatMap(({ archive, object }) => (archive && object ? [object.key] : []))
  const own = keys.filter((key) => key.startsWith(`${dataPrefix(job, id)}/`)).map((key) => ({ key }))
  const outside = keys.filter((key) => isOutside(key))
  return [...own, ...(await namedObjects(store, entry, outside, createSpared(context, holder)))]
}
