import type { RetainOptions } from '../../domain/store.ts'
import { hasCode } from '../../errors/error.ts'
import { fullKey } from './keys.ts'
import { request, type Session } from './session.ts'

/** The retention that holds already, as far as these credentials may know it. */
async function current(
  session: Session,
  key: string,
  { signal, versionId }: RetainOptions,
): Promise<Date | undefined> {
  const { sdk, client, settings } = session
  const command = new sdk.GetObjectRetentionCommand({
    Bucket: settings.bucket,
    Key: fullKey(settings.prefix, key),
    ...(versionId === undefined ? {} : { VersionId: versionId }),
  })
  try {
    const output = await request(
      session,
      's3:GetObjectRetention',
      key,
      (options) => client.send(command, options),
      signal,
    )
    return output.Retention?.RetainUntilDate
  } catch (error) {
    if (hasCode(error, 'store-unreachable') && !error.retryable) return undefined
    if (hasCode(error, 'store-not-found', 'store-unsupported')) return undefined
    throw error
  }
}

/**
 * Extends the retention of an object or of one version. Where these credentials may not see what holds already, the store
 * itself refuses to shorten it, since we never ask to bypass governance.
 */
export async function retainObject(
  session: Session,
  key: string,
  until: Date,
  options: RetainOptions,
): Promise<void> {
  const { sdk, client, settings } = session
  const { signal, versionId } = options
  const known = await current(session, key, options)
  if (known !== undefined && known >= until) return
  const command = new sdk.PutObjectRetentionCommand({
    Bucket: settings.bucket,
    Key: fullKey(settings.prefix, key),
    ...(versionId === undefined ? {} : { VersionId: versionId }),
    Retention: {
      Mode: settings.objectLock?.mode === 'compliance' ? 'COMPLIANCE' : 'GOVERNANCE',
      RetainUntilDate: new Date(Math.ceil(until.getTime() / 1000) * 1000),
    },
  })
  await request(session, 's3:PutObjectRetention', key, (more) => client.send(command, more), signal)
}
