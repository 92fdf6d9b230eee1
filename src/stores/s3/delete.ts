import { HoldfastError, hasCode } from '../../errors/error.ts'
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
    if (!hasCode(error, 'store-not-found')) throw error
  }
}
