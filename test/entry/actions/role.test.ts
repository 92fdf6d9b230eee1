import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addMinioUser, type MinioUser } from '../../services/minio-user.ts'
import { type S3Service, startMinio } from '../../services/s3.ts'
import { newJob } from './step.ts'

let minio: S3Service
let writer: MinioUser

beforeAll(async () => {
  minio = await startMinio()
  const bucket = `arn:aws:s3:::${minio.bucket}`
  const open = ['holdfast.json', 'manifests/*', 'state/*', 'leases/*'].map((key) => `${bucket}/prod/${key}`)
  // The backup role of docs/format.md.
  writer = await addMinioUser(minio, 'backup-role', [
    { Effect: 'Allow', Action: ['s3:ListBucket'], Resource: [bucket] },
    { Effect: 'Allow', Action: ['s3:GetObject'], Resource: open },
    { Effect: 'Allow', Action: ['s3:PutObject'], Resource: [`${bucket}/prod/*`] },
  ])
})

afterAll(() => minio.stop())

describe('the root action with the backup role on S3', () => {
  it('backs up and checks by the listing what it may not read', async () => {
    const job = await newJob()
    const { endpoint, bucket, region } = minio
    const inputs = {
      source: `home=${job.source}`,
      destination: `s3://${bucket}/prod?endpoint=${encodeURIComponent(endpoint)}&region=${region}&path-style=true`,
      recipients: job.keys.recipient,
    }
    const step = await job.run('root', inputs, writer.environment)
    expect(step.results.errors).toEqual([])
    expect(step.exitCode).toBe(0)
    expect(step.results.results).toMatchObject([
      { command: 'backup', job: 'home', level: 0 },
      { command: 'verify', job: 'home', depth: 'exists', result: 'passed', id: step.outputs.id },
    ])
    expect(step.log).toContain('was checked by its listing only')
    expect(step.log).toContain(`::add-mask::${writer.environment.AWS_SECRET_ACCESS_KEY}\n`)
    const again = await job.run('root', inputs, writer.environment)
    expect(again.results.results).toMatchObject([
      { level: 1, parent: step.outputs.id },
      { depth: 'exists', result: 'passed' },
    ])
  })
})
