import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { servicesPath } from '../scripts/services/directory.ts'

/** A bucket on a MinIO of this machine's own. */
export interface Bucket {
  /** For rclone (`s3:bench`), for the AWS chain of credentials, and `PATH`. */
  readonly environment: Readonly<Record<string, string>>
  readonly endpoint: string
  stop(): void
}

const keys = { id: 'holdfast-bench', secret: 'holdfast-bench-secret' }
const path = [servicesPath(), process.env.PATH].join(delimiter)

function has(command: string): boolean {
  try {
    execFileSync('bash', ['-c', `command -v ${command}`], { env: { PATH: path }, stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

function freePort(): string {
  const script =
    "const s = require('node:net').createServer().listen(0, '127.0.0.1', () => { console.log(s.address().port); s.close() })"
  return execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' }).trim()
}

function start(scratch: string, port: string): ChildProcess {
  const folder = join(scratch, 'minio')
  mkdirSync(folder)
  return spawn('minio', ['server', '--quiet', '--address', `127.0.0.1:${port}`, folder], {
    env: { PATH: path, HOME: scratch, MINIO_ROOT_USER: keys.id, MINIO_ROOT_PASSWORD: keys.secret },
    stdio: 'ignore',
  })
}

/** Starts MinIO with its files in `scratch` and makes the bucket; undefined where MinIO or rclone is not installed. */
export function startBucket(scratch: string): Bucket | undefined {
  if (!has('minio') || !has('rclone')) return undefined
  const port = freePort()
  const server = start(scratch, port)
  const endpoint = `http://127.0.0.1:${port}`
  const environment = {
    PATH: path,
    AWS_ACCESS_KEY_ID: keys.id,
    AWS_SECRET_ACCESS_KEY: keys.secret,
    RCLONE_CONFIG: '/dev/null',
    RCLONE_CONFIG_S3_TYPE: 's3',
    RCLONE_CONFIG_S3_PROVIDER: 'Minio',
    RCLONE_CONFIG_S3_ENDPOINT: endpoint,
    RCLONE_CONFIG_S3_ACCESS_KEY_ID: keys.id,
    RCLONE_CONFIG_S3_SECRET_ACCESS_KEY: keys.secret,
  }
  const wait = 'for i in $(seq 100); do rclone mkdir s3:bench 2> /dev/null && exit; sleep 0.2; done; exit 1'
  try {
    execFileSync('bash', ['-c', wait], { env: environment })
  } catch (error) {
    server.kill('SIGKILL')
    throw error
  }
  return { environment, endpoint, stop: () => void server.kill('SIGKILL') }
}
