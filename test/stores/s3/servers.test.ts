import { describe } from 'vitest'
import { storeConformance } from '../../conformance/store-conformance.ts'
import { startMinio, startRcloneServe } from '../../services/s3.ts'
import { storesOn } from './factory.ts'

const hour = 3_600_000
/** Pages are for the first suite. */
const few = { listed: 200 }

describe('other servers', () => {
  storeConformance('s3 on MinIO', storesOn(startMinio), few)
})

describe('with versions', () => {
  storeConformance(
    's3 on MinIO with versions',
    storesOn(() => startMinio({ versioning: true })),
    few,
  )
})

describe('with versions and Object Lock', () => {
  const objectLock = { mode: 'governance', for: hour } as const
  storeConformance(
    's3 on MinIO with Object Lock',
    storesOn(() => startMinio({ lock: true }), { objectLock }),
    few,
  )
})

describe('without conditions', () => {
  storeConformance('s3 on rclone serve', storesOn(startRcloneServe), few)
})
