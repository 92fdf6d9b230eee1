import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { generateKeys } from '../../../../src/commands/keygen.ts'
import { type CliOptions, type CliResult, cli, type Document, type Running, start } from '../../cli.ts'
import { documentOf, inThisProcess } from './in-process.ts'

/** A directory with keys, a configuration and the command line in it. */
export interface Space {
  readonly root: string
  readonly identity: string
  /** Writes holdfast.yml with one job `tank`. */
  configure(options: SpaceConfig): void
  /** Runs `holdfast … --json`; throws unless it exits with `exit`, 0 where absent. */
  holdfast(args: readonly string[], exit?: number): Promise<Document>
  run(args: readonly string[], options?: Pick<CliOptions, 'through'>): Promise<CliResult>
  start(args: readonly string[]): Running
  path(...names: string[]): string
}

export interface SpaceConfig {
  /** Lines under `source:`, in the order of YAML. */
  readonly source: readonly string[]
  readonly job?: readonly string[]
  /** One line; a folder of the space where absent. */
  readonly destination?: string
  readonly env?: Readonly<Record<string, string>>
}

/** Makes a space in an empty directory; with `keep` it is one that another boot made. */
export async function makeSpace(root: string, { keep = false } = {}): Promise<Space> {
  mkdirSync(root, { recursive: true })
  const path = (...names: string[]) => join(root, ...names)
  const keys = keep ? undefined : await generateKeys(path('keys'), new Date())
  const identity = path('keys', 'identity.txt')
  let env: Readonly<Record<string, string>> = {}
  const settings = () => ({
    cwd: root,
    env: {
      ...env,
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
      HOLDFAST_IDENTITY: readFileSync(identity, 'utf8'),
    },
  })
  const space: Space = {
    root,
    identity,
    path,
    configure({ source, job = [], destination, env: given = {} }) {
      env = given
      const lines = (list: readonly string[], by: number) =>
        list.map((line) => `${' '.repeat(by)}${line}\n`).join('')
      writeFileSync(
        path('holdfast.yml'),
        `version: 1\ndestinations:\n  store: ${destination ?? `{type: filesystem, path: ${path('store')}}`}\n` +
          `encryption:\n  recipients: [${keys?.recipient}]\n  identity: \${HOLDFAST_IDENTITY:-}\n` +
          `jobs:\n  tank:\n    source:\n      type: zfs\n${lines(source, 6)}    to: [store]\n${lines(job, 4)}`,
      )
    },
    run: (args, options) => cli(args, { ...settings(), ...options }),
    start: (args) => start(args, settings()),
    async holdfast(args, exit = 0) {
      const result = await inThisProcess([...args, '--json'], settings())
      if (result.exitCode !== exit) {
        throw new Error(
          `holdfast ${args.join(' ')} exited with ${result.exitCode}: ${result.stdout}${result.stderr}`,
        )
      }
      return documentOf(result)
    },
  }
  return space
}

/** Keys below a prefix of the folder that a space stores in. */
export function keysIn(space: Space, prefix: string): string[] {
  const store = space.path('store')
  return readdirSync(store, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(store.length + 1))
    .filter((key) => key.startsWith(prefix))
    .sort()
}
