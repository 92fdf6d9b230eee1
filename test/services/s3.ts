import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Secret } from '../../src/domain/secret.ts'
import type { Certificate } from './certificate.ts'
import { startProgram } from './program.ts'

/** A server that speaks S3, its keys, and one bucket. */
export interface S3Service {
  readonly endpoint: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly region: string
  readonly bucket: string
  /** Where its objects and its own files are. */
  readonly directory: string
  /** What an S3 destination of the bucket has in the configuration, camel case as the store gets it. */
  readonly settings: {
    readonly type: 's3'
    readonly bucket: string
    readonly endpoint: string
    readonly region: string
    readonly pathStyle: true
    readonly accessKeyId: string
    readonly secretAccessKey: Secret
  }
  /** For children and `environment`: `AWS_ACCESS_KEY_ID` and the rest. */
  readonly environment: Readonly<Record<string, string>>
  stop(): Promise<void>
}

const accessKeyId = 'holdfast-test-key'
const secretAccessKey = 'holdfast-test-secret-3f9c'
const region = 'us-east-1'
const usual = 'backups'

function serviceAt(
  { port, directory, stop }: { port: number; directory: string; stop(): Promise<void> },
  scheme = 'http',
  bucket = usual,
): S3Service {
  const endpoint = `${scheme}://127.0.0.1:${port}`
  return {
    endpoint,
    accessKeyId,
    secretAccessKey,
    region,
    bucket,
    directory,
    settings: {
      type: 's3',
      bucket,
      endpoint,
      region,
      pathStyle: true,
      accessKeyId,
      secretAccessKey: new Secret(secretAccessKey),
    },
    environment: {
      AWS_ACCESS_KEY_ID: accessKeyId,
      AWS_SECRET_ACCESS_KEY: secretAccessKey,
      AWS_REGION: region,
    },
    stop,
  }
}

/** versitygw over a directory: the S3 server of the tests unless they need what only MinIO has. */
export async function startVersitygw({
  certificate,
  bucket = usual,
}: {
  readonly bucket?: string
  /** Speaks TLS. */
  readonly certificate?: Certificate
} = {}): Promise<S3Service> {
  const scheme = certificate ? 'https' : 'http'
  const program = await startProgram('versitygw', {
    scheme,
    args: (port, directory) => [
      '--port',
      `127.0.0.1:${port}`,
      '--access',
      accessKeyId,
      '--secret',
      secretAccessKey,
      '--region',
      region,
      '--keep-alive',
      '--quiet',
      ...(certificate ? ['--cert', certificate.cert, '--key', certificate.key] : []),
      'posix',
      join(directory, 'objects'),
    ],
    // Its buckets are directories.
    prepare: async (directory) => void (await mkdir(join(directory, 'objects', bucket), { recursive: true })),
  })
  return serviceAt(program, scheme, bucket)
}

/** MinIO, with versions or with versions and Object Lock. */
export async function startMinio({
  versioning = false,
  lock = false,
  environment = {},
}: {
  readonly versioning?: boolean
  readonly lock?: boolean
  readonly environment?: Readonly<Record<string, string>>
} = {}): Promise<S3Service> {
  const program = await startProgram('minio', {
    args: (port, directory) => [
      'server',
      '--quiet',
      '--address',
      `127.0.0.1:${port}`,
      join(directory, 'objects'),
    ],
    environment: {
      MINIO_ROOT_USER: accessKeyId,
      MINIO_ROOT_PASSWORD: secretAccessKey,
      MINIO_BROWSER: 'off',
      MINIO_UPDATE: 'off',
      ...environment,
    },
    ready: '/minio/health/ready',
  })
  const service = serviceAt(program)
  await createBucket(service, { versioning, lock })
  return service
}

/** `rclone serve s3`: it ignores conditions without a word. */
export async function startRcloneServe(): Promise<S3Service> {
  const program = await startProgram('rclone', {
    args: (port, directory) => [
      'serve',
      's3',
      '--addr',
      `127.0.0.1:${port}`,
      '--auth-key',
      `${accessKeyId},${secretAccessKey}`,
      '--config',
      join(directory, 'rclone.conf'),
      join(directory, 'objects'),
    ],
    prepare: async (directory) => void (await mkdir(join(directory, 'objects', usual), { recursive: true })),
  })
  return serviceAt(program)
}

/** The SDK's client, for what tests do beside the store: buckets, policies, damage. */
export async function clientOf({ endpoint, environment }: Pick<S3Service, 'endpoint' | 'environment'>) {
  const sdk = await import('@aws-sdk/client-s3')
  const client = new sdk.S3Client({
    endpoint,
    region,
    forcePathStyle: true,
    credentials: {
      accessKeyId: environment.AWS_ACCESS_KEY_ID ?? '',
      secretAccessKey: environment.AWS_SECRET_ACCESS_KEY ?? '',
    },
  })
  return { sdk, client }
}

async function createBucket(
  service: S3Service,
  { versioning, lock = false }: { versioning: boolean; lock?: boolean },
): Promise<void> {
  const { sdk, client } = await clientOf(service)
  await client.send(new sdk.CreateBucketCommand({ Bucket: usual, ObjectLockEnabledForBucket: lock }))
  if (versioning && !lock) {
    await client.send(
      new sdk.PutBucketVersioningCommand({
        Bucket: usual,
        VersioningConfiguration: { Status: 'Enabled' },
      }),
    )
  }
  client.destroy()
}
