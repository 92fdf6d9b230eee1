import { HoldfastError, hasCode } from '../../errors/error.ts'
import { statObject } from './get.ts'
import { fullKey } from './keys.ts'
import { request, type Session } from './session.ts'

/** Deletes an object, or one version of it. What is not there is deleted already. Errors: `held` under Object Lock. */
export async function deleteObject(
  session: Session,
  key: string,
  versionId: string | undefined,
): Promise<void> {
  const { sdk, client, settings, abilities } = session
  if (versionId !== undefined && !abilities.versions && !settings.objectLock) {
    throw new HoldfastError('store-unsupported', `the destination ${session.name} has no versions`, {
      hint: 'Enable versioning on the bucket.',
      context: { destination: session.name },
    })
  }
  const command = new sdk.DeleteObjectCommand({
    Bucket: settings.bucket,
    Key: fullKey(settings.prefix, key),
    ...(versionId === undefined ? {} : { VersionId: versionId }),
  })
  const action = versionId === undefined ? 's3:DeleteObject' : 's3:DeleteObjectVersion'
  try {
    await request(session, action, key, (options) => client.send(command, options))
  } catch (error) {
    if (hasCode(error, 'store-not-found')) return
    if (versionId === undefined && isConfused(error) && (await isAbsent(session, key))) return
    throw error
  }
}

/** Servers over a file system stumble over a key that is the directory of others, and no object. */
function isConfused(error: unknown): boolean {
  return error instanceof HoldfastError && error.context.answer === 'InternalError'
}

/** False too where these credentials may not look. */
async function isAbsent(session: Session, key: string): Promise<boolean> {
  try {
    return (await statObject(session, key)) === undefined
  } catch {
    return false
  }
}
