import { mkdir, readlink, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { DrillCheck } from '../../../domain/drill.ts'
import type { Chain, ChainLink, SourceContext } from '../../../domain/source.ts'
import { HoldfastError } from '../../../errors/error.ts'
import { combineArgs } from './argv.ts'
import type { Bench } from './bench/bench.ts'
import { type ExtractedLevel, extractLevel } from './extract.ts'
import { verifyDirectory } from './verify.ts'

export interface Assembly {
  /** An empty directory for the data directory, or the name of a new one. */
  readonly data: string
  /** The directory that gets one for each tablespace; made where there are any. */
  readonly spaces: string
  /** A directory for the levels of a chain; what is made there is removed again. */
  readonly work: string
  /** Whether the result is to outlive a power cut. */
  readonly sync: boolean
  /** Combines and compares; not needed for one level that is not compared. */
  readonly bench: Bench | undefined
  /** Whether each level and the result are compared with their manifests. */
  readonly verify: boolean
}

export interface Assembled {
  readonly tablespaces: ReadonlyMap<string, string>
  /** Whom the server's files belonged to. */
  readonly owner: { readonly uid: number; readonly gid: number }
  readonly checks: readonly DrillCheck[]
}

/** The major of the server that a backup is of. */
export function majorOfLink(link: ChainLink): number {
  return Number(link.description.restoreNeedsMajor)
}

async function ownerOf(data: string): Promise<{ uid: number; gid: number }> {
  const { uid, gid } = await stat(join(data, 'PG_VERSION')).catch((cause) => {
    throw new HoldfastError('restore-failed', 'the archive holds no data directory of PostgreSQL', {
      hint: 'Restore another backup.',
      cause,
    })
  })
  return { uid, gid }
}

/** `tablespace_map` names the directories of the original host: a server that starts would link those, live or not. */
async function dropMap({ data, tablespaces }: ExtractedLevel): Promise<void> {
  if (tablespaces.size > 0) await rm(join(data, 'tablespace_map'), { force: true })
}

async function combine(
  levels: readonly ExtractedLevel[],
  { data, spaces, sync, bench }: Assembly,
): Promise<Map<string, string>> {
  const last = levels.at(-1) as ExtractedLevel
  const tablespaces = new Map<string, string>()
  const mapping = new Map<string, string>()
  for (const oid of last.tablespaces.keys()) {
    const to = join(spaces, oid)
    await mkdir(spaces, { recursive: true, mode: 0o700 })
    tablespaces.set(oid, to)
    mapping.set(await readlink(join(last.data, 'pg_tblspc', oid)), to)
  }
  if (bench === undefined) throw new HoldfastError('internal', 'a chain needs the programs of its server')
  const directories = levels.map((level) => level.data)
  await bench.run(
    'pg_combinebackup',
    combineArgs({ levels: directories, output: data, tablespaces: mapping, sync }),
  )
  return tablespaces
}

/**
 * Makes one data directory out of a chain, level 0 first. Errors: `tool-missing`, `tool-failed`, `restore-failed`,
 * `disk-full`, and those of the streams. Damage that `verify` finds is a failed check, and ends the work.
 */
export async function assemble(context: SourceContext, chain: Chain, assembly: Assembly): Promise<Assembled> {
  const { data, spaces, work, verify, bench } = assembly
  const last = chain.at(-1) as ChainLink
  const checks: DrillCheck[] = []
  const check = async (directory: string, name: string): Promise<boolean> => {
    if (!verify || bench === undefined) return true
    const found = await verifyDirectory(bench, directory, name)
    checks.push(found)
    return found.result === 'passed'
  }
  if (chain.length === 1) {
    const level = await extractLevel(context, last, { data, spaces })
    await check(data, 'backup manifest')
    await dropMap(level)
    return { tablespaces: level.tablespaces, owner: await ownerOf(data), checks }
  }
  const levels: ExtractedLevel[] = []
  try {
    for (const [index, link] of chain.entries()) {
      const place = join(work, `level-${index}`)
      const level = await extractLevel(context, link, {
        data: join(place, 'data'),
        spaces: join(place, 'spaces'),
      })
      levels.push(level)
      if (!(await check(level.data, `backup manifest of ${link.id}`))) break
      await dropMap(level)
    }
    const owner = await ownerOf((levels[0] as ExtractedLevel).data)
    if (checks.some(({ result }) => result === 'failed')) return { tablespaces: new Map(), owner, checks }
    const tablespaces = await combine(levels, assembly)
    await check(data, 'combined backup')
    return { tablespaces, owner, checks }
  } finally {
    for (const index of chain.keys())
      await rm(join(work, `level-${index}`), { recursive: true, force: true, maxRetries: 3 })
  }
}
