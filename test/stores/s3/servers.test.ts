import { describe } from 'vitest'
import { storeConformance } from '../../conformance/store-conformance.ts'
import { has } from '../../services/program.ts'
import { startMinio, startRcloneServe } from '../../services/s3.ts'
import { storesOn } from './factory.ts'

const hour = 3_600_000
/** Pages are for the first suite. */
const few = { listed: 200 }

describe.skipIf(!has('minio'))('MinIO', () => {
  describe('as it is', () => {
    storeConformance('s3 on MinIO', storesOn(startMinio), few)
  })

  describe('with versions', () => {
    storeConformance(
      's3 on MinIO with versions',
      storesOn(() => startMinio({ versioning: true })),
      few,
    )
  })

  describe('with Object Lock', () => {
    const objectLock = { mode: 'governance', for: hour } as const
    const factory = storesOn(() => startMinio({ lock: true }), { objectLock })
    storeConformance('s3 on MinIO with Object Lock', factory, few)
  })
})

describe.skipIf(!has('rclone'))('a server that ignores conditions', () => {
  storeConformance('s3 on rclone serve', storesOn(startRcloneServe), few)
})
