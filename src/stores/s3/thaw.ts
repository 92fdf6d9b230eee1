import type { ThawOptions, ThawState } from '../../domain/store.ts'
import { HoldfastError } from '../../errors/error.ts'
import { fullKey } from './keys.ts'
import { request, type Session } from './session.ts'

const archives = new Set(['GLACIER', 'DEEP_ARCHIVE'])

/** What HEAD says: readable, on its way, in an archive, or in one of Intelligent-Tiering, which thaws for good. */
async function look(
  session: Session,
  key: string,
  signal: AbortSignal,
): Promise<ThawState | 'archived' | 'tiered'> {
  const { sdk, client, settings } = session
  const command = new sdk.HeadObjectCommand({ Bucket: settings.bucket, Key: fullKey(settings.prefix, key) })
  const { StorageClass, ArchiveStatus, Restore } = await request(
    session,
    's3:GetObject',
    key,
    (options) => client.send(command, options),
    signal,
  )
  if (Restore?.includes('ongoing-request="true"')) return 'under-way'
  if (Restore?.includes('ongoing-request="false"')) return 'ready'
  if (ArchiveStatus !== undefined) return 'tiered'
  return archives.has(StorageClass ?? '') ? 'archived' : 'ready'
}

/**
 * Asks for a readable copy of an archived object for some days, in the standard tier of speed: hours from GLACIER, up to
 * two days from DEEP_ARCHIVE. https://docs.aws.amazon.com/AmazonS3/latest/userguide/restoring-objects.html
 */
export async function thawObject(
  session: Session,
  key: string,
  { signal, days }: ThawOptions,
): Promise<ThawState> {
  const state = await look(session, key, signal)
  if (state === 'ready' || state === 'under-way') return state
  const tiering = state === 'tiered'
  const { sdk, client, settings } = session
  const command = new sdk.RestoreObjectCommand({
    Bucket: settings.bucket,
    Key: fullKey(settings.prefix, key),
    RestoreRequest: { ...(tiering ? {} : { Days: days }), GlacierJobParameters: { Tier: 'Standard' } },
  })
  try {
    await request(session, 's3:RestoreObject', key, (options) => client.send(command, options), signal)
  } catch (error) {
    if (!(error instanceof HoldfastError && error.context.answer === 'RestoreAlreadyInProgress')) throw error
  }
  return 'under-way'
}
