import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { toolsPath } from './find-tool.ts'
import type { S3Service } from './s3.ts'

const run = promisify(execFile)

/** What a user of MinIO has in his environment. */
export type UserEnvironment = Readonly<
  Record<'AWS_ACCESS_KEY_ID' | 'AWS_SECRET_ACCESS_KEY' | 'AWS_REGION', string>
>

/** Makes a user with exactly one policy, by MinIO's own administration client. */
export async function addUser(service: S3Service, name: string, policy: string): Promise<UserEnvironment> {
  const folder = join(service.directory, 'mc')
  const mc = (...args: string[]) =>
    run('mc', ['--config-dir', folder, '--quiet', ...args], {
      env: {
        PATH: toolsPath,
        HOME: service.directory,
        MC_HOST_it: service.endpoint.replace('//', `//${service.accessKeyId}:${service.secretAccessKey}@`),
      },
    })
  const file = join(service.directory, `${name}.json`)
  const secret = `secret-of-${name}-0123`
  await writeFile(file, policy)
  await mc('admin', 'user', 'add', 'it', name, secret)
  await mc('admin', 'policy', 'create', 'it', `${name}-policy`, file)
  await mc('admin', 'policy', 'attach', 'it', `${name}-policy`, '--user', name)
  return { AWS_ACCESS_KEY_ID: name, AWS_SECRET_ACCESS_KEY: secret, AWS_REGION: service.region }
}
