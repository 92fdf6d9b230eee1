import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import {
  type Config,
  type DriverSchemas,
  loadConfig,
  type Problem,
  problemsOf,
} from '../../src/config/config.ts'
import { HoldfastError } from '../../src/errors/error.ts'
import { commandConfig } from '../../src/sources/command/config.ts'
import { directoryConfig } from '../../src/sources/directory/config.ts'
import { mysqlConfig } from '../../src/sources/mysql/config.ts'
import { postgresConfig } from '../../src/sources/postgres/config.ts'
import { zfsConfig } from '../../src/sources/zfs/config.ts'
import { azureConfig } from '../../src/stores/azure/config.ts'
import { filesystemConfig } from '../../src/stores/filesystem/config.ts'
import { rcloneConfig } from '../../src/stores/rclone/config.ts'
import { s3Config } from '../../src/stores/s3/config.ts'

export const drivers: DriverSchemas = {
  sources: {
    directory: directoryConfig,
    command: commandConfig,
    postgres: postgresConfig,
    mysql: mysqlConfig,
    zfs: zfsConfig,
  },
  destinations: { filesystem: filesystemConfig, s3: s3Config, azure: azureConfig, rclone: rcloneConfig },
}

export function fixture(name: string): string {
  return readFileSync(new URL(`../golden/config/${name}`, import.meta.url), 'utf8')
}

/** A temporary directory with these files, removed after the test. */
export function directoryWith(files: Readonly<Record<string, string>>): string {
  const directory = mkdtempSync(join(tmpdir(), 'holdfast-config-'))
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }))
  for (const [name, text] of Object.entries(files)) {
    const path = join(directory, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  }
  return directory
}

type Environment = Readonly<Record<string, string | undefined>>

/** Loads a text as `holdfast.yml`. */
export function load(
  text: string,
  environment: Environment = {},
  files: Record<string, string> = {},
): Config {
  return loadConfig({ cwd: directoryWith({ ...files, 'holdfast.yml': text }), environment, drivers })
}

/** The error that `run` throws. */
export function errorOf(run: () => unknown): HoldfastError {
  try {
    run()
  } catch (error) {
    if (error instanceof HoldfastError) return error
    throw error
  }
  throw new Error('nothing was thrown')
}

/** The problems of a text, each with its hint on a line below. */
export function problemsIn(text: string): string {
  const error = errorOf(() => load(text))
  const lines = error.message.split('\n')
  return problemsOf(error)
    .map((problem: Problem, position) => `${lines[position]}\n    ${problem.hint}`)
    .join('\n')
}

const head = `version: 1
destinations: { local: { type: filesystem, path: /backups } }
`

/** A whole configuration around the keys of one job. */
export function job(keys: string, more = ''): string {
  const indented = keys.replaceAll('\n', '\n    ')
  return `${head}${more}jobs:\n  home:\n    to: [local]\n    ${indented}\n`
}

export const directorySource = 'source: { type: directory, path: /srv/home }'
