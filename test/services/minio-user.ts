import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Secret } from '../../src/domain/secret.ts'
import { path } from './program.ts'
import type { S3Service } from './s3.ts'

/** Statements of a policy, as in AWS's documents. */
export type Statement = Readonly<Record<string, unknown>>

export interface MinioUser {
  /** The service's settings with this user's key. */
  readonly settings: S3Service['settings']
  readonly environment: Readonly<Record<string, string>>
}

const run = promisify(execFile)

/** A user of a MinIO server who may do what the statements say, and nothing else. Needs `mc`. */
export async function addMinioUser(
  service: S3Service,
  name: string,
  statements: readonly Statement[],
): Promise<MinioUser> {
  const directory = await mkdtemp(join(tmpdir(), 'holdfast-mc-'))
  const policy = join(directory, 'policy.json')
  const secret = `${name}-secret-key`
  const { host } = new URL(service.endpoint)
  const mc = (...args: readonly string[]) =>
    run('mc', ['--config-dir', directory, '--quiet', ...args], {
      env: {
        PATH: path,
        HOME: directory,
        MC_HOST_it: `http://${service.accessKeyId}:${service.secretAccessKey}@${host}`,
      },
    })
  try {
    await writeFile(policy, JSON.stringify({ Version: '2012-10-17', Statement: statements }))
    await mc('admin', 'user', 'add', 'it', name, secret)
    await mc('admin', 'policy', 'create', 'it', name, policy)
    await mc('admin', 'policy', 'attach', 'it', name, '--user', name)
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
  return {
    settings: { ...service.settings, accessKeyId: name, secretAccessKey: new Secret(secret) },
    environment: { ...service.environment, AWS_ACCESS_KEY_ID: name, AWS_SECRET_ACCESS_KEY: secret },
  }
}
