import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach } from 'vitest'
import { type GeneratedKeys, generateKeys } from '../../src/commands/keygen.ts'
import { type CliOptions, type CliResult, cli, type Running, start } from './cli.ts'

/** A temporary directory with keys, a source and a repository, and the command line in it. */
export interface Workspace {
  readonly root: string
  readonly source: string
  readonly repository: string
  readonly keys: GeneratedKeys
  readonly identity: string
  path(...names: string[]): string
  /** Writes holdfast.yml: one job `tree` of the source, encrypted, to `local`; `extra` are lines of the job. */
  configure(options?: ConfigOptions): void
  write(name: string, text: string | Uint8Array): string
  read(name: string): string
  run(args: readonly string[], options?: Partial<CliOptions>): Promise<CliResult>
  start(args: readonly string[], options?: Partial<CliOptions>): Running
  /** Keys under a prefix of the repository. */
  keysUnder(prefix: string): string[]
}

export interface ConfigOptions {
  readonly job?: readonly string[]
  /** Lines under `destinations:`, instead of `local` alone. */
  readonly destinations?: readonly string[]
  readonly to?: string
  readonly top?: readonly string[]
  readonly encryption?: readonly string[]
  readonly source?: readonly string[]
}

const made: string[] = []
const running: Running[] = []
const beforeRemoval: (() => void)[] = []

afterEach(async () => {
  for (const each of running.splice(0)) {
    each.killGroup()
    await each.ended
  }
  for (const action of beforeRemoval.splice(0).reverse()) action()
  for (const directory of made.splice(0)) rmSync(directory, { recursive: true, force: true })
})

/** Does something before the directories of the test are removed: umount what is mounted there. */
export function onRemoval(action: () => void): void {
  beforeRemoval.push(action)
}

function indent(lines: readonly string[], by: number): string {
  return lines.map((line) => `${' '.repeat(by)}${line}\n`).join('')
}

/** A fresh workspace; removed, with whatever still runs in it, after the test. */
export async function workspace(): Promise<Workspace> {
  const root = mkdtempSync(join(tmpdir(), 'holdfast-e2e-'))
  made.push(root)
  const path = (...names: string[]) => join(root, ...names)
  const keys = await generateKeys(path('keys'), new Date())
  const source = path('source')
  const repository = path('repository')
  mkdirSync(source)
  const write = (name: string, text: string | Uint8Array) => {
    writeFileSync(path(name), text)
    return path(name)
  }
  const own = (options: Partial<CliOptions> = {}): CliOptions => ({ cwd: root, ...options })
  const space: Workspace = {
    root,
    source,
    repository,
    keys,
    identity: path('keys', 'identity.txt'),
    path,
    write,
    read: (name) => readFileSync(path(name), 'utf8'),
    configure(options = {}) {
      const destinations = options.destinations ?? [`local: {type: filesystem, path: ${repository}}`]
      const encryption = options.encryption ?? [`recipients: [${keys.recipient}]`]
      write(
        'holdfast.yml',
        `version: 1\n${indent(options.top ?? [], 0)}destinations:\n${indent(destinations, 2)}encryption:${
          encryption.length === 1 && encryption[0] === 'none' ? ' none\n' : `\n${indent(encryption, 2)}`
        }jobs:\n  tree:\n    source:\n${indent(
          options.source ?? ['type: directory', `path: ${source}`],
          6,
        )}    to: [${options.to ?? 'local'}]\n${indent(options.job ?? [], 4)}`,
      )
    },
    run: (args, options) => cli(args, own(options)),
    start: (args, options) => {
      const each = start(args, own(options))
      running.push(each)
      return each
    },
    keysUnder: (prefix) => keysUnder(repository, prefix),
  }
  space.configure()
  return space
}

/** Files of a filesystem repository whose key starts with a prefix, in order. */
export function keysUnder(repository: string, prefix: string): string[] {
  return readdirSync(repository, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(repository.length + 1))
    .filter((key) => key.startsWith(prefix))
    .sort()
}
