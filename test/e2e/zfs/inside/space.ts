import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { generateKeys } from '../../../../src/commands/keygen.ts'
import { type Home, makeHome } from './home.ts'

/** A directory with keys, a configuration and the command line in it. */
export interface Space extends Home {
  readonly identity: string
  /** Writes holdfast.yml with one job `tank`. */
  configure(options: SpaceConfig): void
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
  const home = makeHome(root)
  home.env.HOLDFAST_IDENTITY = readFileSync(identity, 'utf8')
  return {
    ...home,
    identity,
    path,
    configure({ source, job = [], destination, env = {} }) {
      Object.assign(home.env, env)
      const lines = (list: readonly string[], by: number) =>
        list.map((line) => `${' '.repeat(by)}${line}\n`).join('')
      writeFileSync(
        path('holdfast.yml'),
        `version: 1\ndestinations:\n  store: ${destination ?? `{type: filesystem, path: ${path('store')}}`}\n` +
          `encryption:\n  recipients: [${keys?.recipient}]\n  identity: \${HOLDFAST_IDENTITY:-}\n` +
          `jobs:\n  tank:\n    source:\n      type: zfs\n${lines(source, 6)}    to: [store]\n${lines(job, 4)}`,
      )
    },
  }
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
