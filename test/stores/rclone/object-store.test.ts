import { afterAll, beforeAll, describe } from 'vitest'
import { storeConformance } from '../../conformance/store-conformance.ts'
import { type S3Service, startVersitygw } from '../../services/s3.ts'
import { lacksRclone, openRemote } from './local-remote.ts'

let service: S3Service
let stores = 0

beforeAll(async () => {
  service = await startVersitygw()
})
afterAll(() => service?.stop())

// An object store is written directly, without a temporary name, and tells hashes for nothing.
describe('an object store', () => {
  storeConformance(
    'rclone over S3',
    async () => {
      stores += 1
      const open = () =>
        openRemote(`s3:${service.bucket}/store-${stores}`, {
          RCLONE_CONFIG_S3_TYPE: 's3',
          RCLONE_CONFIG_S3_PROVIDER: 'Other',
          RCLONE_CONFIG_S3_ENDPOINT: service.endpoint,
          RCLONE_CONFIG_S3_NO_CHECK_BUCKET: 'true',
          RCLONE_CONFIG_S3_REGION: service.region,
          RCLONE_CONFIG_S3_ACCESS_KEY_ID: service.accessKeyId,
          RCLONE_CONFIG_S3_SECRET_ACCESS_KEY: service.secretAccessKey,
        })
      return { store: await open(), dispose: async () => {}, reopen: open }
    },
    { listed: 12, rounds: 6, skip: lacksRclone },
  )
})
