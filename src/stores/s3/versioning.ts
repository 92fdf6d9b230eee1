import { HoldfastError } from '../../errors/error.ts'
import type { ProbeTarget } from './probe-target.ts'
import { request } from './session.ts'

/** Whether the bucket keeps versions; false also where it may not be asked, or does not know the question. */
export async function hasVersions(target: ProbeTarget): Promise<boolean> {
  const { sdk, client, settings } = target
  const command = new sdk.GetBucketVersioningCommand({ Bucket: settings.bucket })
  try {
    const { Status } = await request(target, 's3:GetBucketVersioning', '', (options) =>
      client.send(command, options),
    )
    return Status === 'Enabled'
  } catch (error) {
    if (error instanceof HoldfastError && isNoAnswer(error)) return false
    throw error
  }
}

/** Neither no nor yes: the role may not ask, or the store does not know. */
function isNoAnswer({ code, retryable }: HoldfastError): boolean {
  return (
    (code === 'store-unreachable' && !retryable) || code === 'store-unsupported' || code === 'store-not-found'
  )
}
