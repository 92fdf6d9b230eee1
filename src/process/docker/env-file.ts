import { rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Secret } from '../../domain/secret.ts'
import { HoldfastError } from '../../errors/error.ts'
import { makePrivateDirectory } from '../private-directory.ts'

/** Variables for a container; secrets among them never reach argv. */
export type ContainerEnvironment = Readonly<Record<string, Secret | string>>

function lineOf([name, value]: [string, Secret | string]): string {
  const text = value instanceof Secret ? value.reveal() : value
  // One line is one variable there, and nothing can be escaped.
  if (/[\r\n\0]/.test(text)) {
    throw new HoldfastError('usage', `the value of ${name} has more than one line`, {
      hint: `Give ${name} a value without line breaks: docker cannot hand such a one to a container.`,
    })
  }
  return `${name}=${text}\n`
}

/**
 * Calls `use` with the arguments that name a file (0600) of these variables, and removes it: docker has read it by the
 * time it answers. Without variables there is no file.
 */
export async function withEnvFile<T>(
  environment: ContainerEnvironment,
  use: (args: readonly string[]) => Promise<T>,
): Promise<T> {
  const entries = Object.entries(environment)
  if (entries.length === 0) return use([])
  const text = entries.map(lineOf).join('')
  const directory = await makePrivateDirectory(tmpdir(), 'holdfast-env')
  try {
    const path = join(directory, 'environment')
    await writeFile(path, text, { mode: 0o600, flag: 'wx' })
    return await use(['--env-file', path])
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}
