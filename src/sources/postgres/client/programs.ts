import { readdir, realpath } from 'node:fs/promises'
import { basename, delimiter, dirname, join } from 'node:path'
import { runTool } from '../../../process/run-tool.ts'
import { findTool } from '../../../process/tools.ts'

/** A program of PostgreSQL on this host. */
export interface PostgresProgram {
  readonly path: string
  /** Such as `15.18`. */
  readonly version: string
  readonly major: number
}

type Surroundings = {
  readonly environment: Readonly<Record<string, string>>
  readonly signal: AbortSignal
}

/** Where packages put each major, beside PATH. */
const places: readonly [parent: string, name: RegExp, below: string][] = [
  ['/usr/lib/postgresql', /^\d+$/, 'bin'],
  ['/usr', /^pgsql-\d+$/, 'bin'],
  ['/opt/homebrew/opt', /^(?:postgresql@\d+|libpq)$/, 'bin'],
  ['/usr/local/opt', /^(?:postgresql@\d+|libpq)$/, 'bin'],
]

async function directories(environment: Readonly<Record<string, string>>): Promise<string[]> {
  const found = (environment.PATH ?? '').split(delimiter).filter(Boolean)
  for (const [parent, name, below] of places) {
    const entries = await readdir(parent).catch(() => [])
    found.push(...entries.filter((entry) => name.test(entry)).map((entry) => join(parent, entry, below)))
  }
  return [...new Set(found)]
}

/** Debian's wrapper chooses a version by rules of its own; what it chooses from lies elsewhere. */
async function isWrapper(path: string): Promise<boolean> {
  return basename(await realpath(path)) === 'pg_wrapper'
}

async function versionOf(path: string, { environment, signal }: Surroundings): Promise<string | undefined> {
  try {
    const { stdout } = await runTool({ command: path, args: ['--version'], environment, signal })
    return /\(PostgreSQL\) (\d+[\w.]*)/.exec(stdout.toString())?.[1]
  } catch {
    signal.throwIfAborted()
    return undefined
  }
}

/** Every `name` (pg_dump, pg_restore, initdb) of this host, one for each major, the first on PATH before others. */
export async function findPrograms(name: string, surroundings: Surroundings): Promise<PostgresProgram[]> {
  const found = new Map<number, PostgresProgram>()
  for (const directory of await directories(surroundings.environment)) {
    const path = await findTool(join(directory, name), surroundings.environment)
    if (path === undefined || (await isWrapper(path))) continue
    const version = await versionOf(path, surroundings)
    const major = Number.parseInt(version ?? '', 10)
    if (version !== undefined && !found.has(major)) found.set(major, { path, version, major })
  }
  return [...found.values()].sort((a, b) => a.major - b.major)
}

/** A program beside another one: those of one package belong together. */
export function beside(program: PostgresProgram, name: string): string {
  return join(dirname(program.path), name)
}
