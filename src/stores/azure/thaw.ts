import type { ThawOptions, ThawState } from '../../domain/store.ts'
import { HoldfastError } from '../../errors/error.ts'
import { blobOf, request, type Session } from './session.ts'
import { propertiesOf } from './stat.ts'

/**
 * Asks for a blob in the archive: `ready` where it can be read, else `under-way`. It moves to the hot tier, where it
 * stays: Azure, unlike S3, has no copy for some days.
 */
export async function thaw(session: Session, key: string, { signal }: ThawOptions): Promise<ThawState> {
  const found = await propertiesOf(session, key, signal)
  if (found === undefined) {
    throw new HoldfastError('store-not-found', `there is no ${key} in ${session.where}`, { context: { key } })
  }
  if (found.archiveStatus !== undefined) return 'under-way'
  if (found.accessTier !== 'Archive') return 'ready'
  const blob = blobOf(session, key)
  await request(
    session,
    'write',
    key,
    (abortSignal) => blob.setAccessTier('Hot', { abortSignal, rehydratePriority: 'Standard' }),
    signal,
  )
  return 'under-way'
}
