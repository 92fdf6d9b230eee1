import { join } from 'node:path'
import type { DrillCheck, DrillOptions, DrillResult } from '../../../domain/drill.ts'
import type { Chain, ChainLink, SourceContext } from '../../../domain/source.ts'
import { HoldfastError, hasCode } from '../../../errors/error.ts'
import { noteLeftover, removeLeftovers } from '../../../process/leftovers.ts'
import { type Unprivileged, unprivilegedUser } from '../../../process/unprivileged.ts'
import { type ClusterPlace, placeCluster } from '../throwaway/cluster.ts'
import { localPrograms, type ServerPrograms } from '../throwaway/programs.ts'
import { assemble, majorOfLink } from './assemble.ts'
import { startCopy } from './copy-server.ts'
import { readFingerprint } from './fingerprint.ts'
import { inspectCopy } from './inspect-copy.ts'
import { chainBytes } from './restore-data.ts'
import { settle } from './settle.ts'

async function programsFor(
  major: number,
  user: Unprivileged | undefined,
  context: SourceContext,
): Promise<ServerPrograms> {
  const found = await localPrograms(major, user, context)
  if (found.major === major) return found
  throw new HoldfastError(
    'tool-missing',
    `a copy of PostgreSQL ${major} starts on that major only, and this host has ${found.version}`,
    { hint: `Install it: \`apt-get install postgresql-${major}\`.`, context: { major } },
  )
}

function refuseServer({ server }: DrillOptions): void {
  if (server === undefined || server.type === 'local') return
  throw new HoldfastError('usage', 'a copy of a whole server is drilled with the programs of this host', {
    hint: 'Set verify.server to local, or leave it out.',
  })
}

interface Trial {
  readonly chain: Chain
  readonly programs: ServerPrograms
  readonly place: ClusterPlace
  readonly user: Unprivileged | undefined
  readonly options: DrillOptions
}

async function tryCopy(
  context: SourceContext,
  { chain, programs, place, user, options }: Trial,
): Promise<DrillResult> {
  const last = chain.at(-1) as ChainLink
  const bytes = chainBytes(chain)
  const spaces = join(place.data, '..', 'tablespaces')
  const result = (checks: readonly DrillCheck[], tables?: number): DrillResult => ({
    checks,
    evidence: 'stream',
    bytes,
    ...(tables !== undefined && { tables }),
    versions: { postgres: programs.version },
  })
  const work = join(place.data, '..')
  const made = { data: place.data, spaces, work, sync: false, verify: true }
  const { tablespaces, checks } = await assemble(context, chain, made)
  if (checks.some((check) => check.result === 'failed')) return result(checks)
  await settle(place.data, tablespaces)
  const kept = readFingerprint(last.fingerprint)
  const note = await noteLeftover(context.stateDirectory, { servers: [], directories: place.directories })
  const name = 'server'
  const expected = 'starts and recovers to the end of the backup'
  try {
    const superuser = kept?.superuser ?? 'postgres'
    const server = await startCopy({ ...place, programs, user, superuser, note }, context)
    try {
      const started: DrillCheck = { name, result: 'passed', expected, found: expected }
      const { checks: own, tables } = await inspectCopy(context, server, { programs, kept, options })
      return result([...checks, started, ...own], tables)
    } finally {
      await server.stop()
    }
  } catch (error) {
    if (!hasCode(error, 'server-not-started')) throw error
    return result([...checks, { name, result: 'failed', expected, found: error.message }])
  } finally {
    await note.forget()
  }
}

/**
 * Proves a copied server: every level and what they come to against the server's own list of files, then a throwaway
 * server of the same major on it, its tables and indexes read, and a person's own checks. Errors: `usage`,
 * `tool-missing`, `scratch-too-small`, and those of the streams.
 */
export async function drillPhysical(
  context: SourceContext,
  chain: Chain,
  options: DrillOptions,
): Promise<DrillResult> {
  refuseServer(options)
  await removeLeftovers(context.stateDirectory)
  const user = await unprivilegedUser(['postgres'])
  const programs = await programsFor(majorOfLink(chain.at(-1) as ChainLink), user, context)
  const bytes = chainBytes(chain) * (chain.length > 1 ? 2 : 1)
  const place = await placeCluster({ scratch: options.scratch, bytes }, user, context)
  try {
    return await tryCopy(context, { chain, programs, place, user, options })
  } finally {
    await place.remove()
  }
}
