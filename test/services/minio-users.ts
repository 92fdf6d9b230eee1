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

function adminOf(service: S3Service): (...args: string[]) => Promise<unknown> {
  const folder = join(service.directory, 'mc')
  return (...args) =>
    run('mc', ['--config-dir', folder, '--quiet', 'admin', ...args], {
      env: {
        PATH: toolsPath,
        HOME: service.directory,
        MC_HOST_it: service.endpoint.replace('//', `//${service.accessKeyId}:${service.secretAccessKey}@`),
      },
    })
}

/** Gives a user of {@link addUser} another policy instead of the one that he has. */
export async function setPolicy(service: S3Service, name: string, policy: string): Promise<void> {
  const file = join(service.directory, `${name}.json`)
  await writeFile(file, policy)
  // What is there by this name is replaced.
  await adminOf(service)('policy', 'create', 'it', `${name}-policy`, file)
}

/** Makes a user with exactly one policy, by MinIO's own administration client. */
export async function addUser(service: S3Service, name: string, policy: string): Promise<UserEnvironment> {
  const admin = adminOf(service)
  const secret = `secret-of-${name}-0123`
  await admin('user', 'add', 'it', name, secret)
  await setPolicy(service, name, policy)
  await admin('policy', 'attach', 'it', `${name}-policy`, '--user', name)
  return { AWS_ACCESS_KEY_ID: name, AWS_SECRET_ACCESS_KEY: secret, AWS_REGION: service.region }
}
