import { dirname, join } from 'node:path'
import type { DrillCheck, DrillOptions, DrillResult } from '../../../domain/drill.ts'
import type { Chain, ChainLink, SourceContext } from '../../../domain/source.ts'
import { type LeftoverNote, noteLeftover, removeLeftovers } from '../../../process/leftovers.ts'
import { unprivilegedUser } from '../../../process/unprivileged.ts'
import { serverCheck } from '../../no-server.ts'
import { whileItRuns } from '../../server-gone.ts'
import { type ClusterPlace, placeCluster } from '../throwaway/cluster.ts'
import { assemble, majorOfLink } from './assemble.ts'
import type { Bench } from './bench/bench.ts'
import { openBench } from './bench/open.ts'
import { readFingerprint } from './fingerprint.ts'
import { inspectCopy } from './inspect-copy.ts'
import { chainBytes } from './restore-data.ts'
import { settle } from './settle.ts'
import { startPreloaded } from './start-preloaded.ts'

interface Trial {
  readonly chain: Chain
  readonly bench: Bench
  readonly place: ClusterPlace
  readonly note: LeftoverNote
  readonly options: DrillOptions
}

const expected = 'starts and recovers to the end of the backup'

async function tryCopy(
  context: SourceContext,
  trial: Trial,
): Promise<Pick<DrillResult, 'checks' | 'tables'>> {
  const { chain, bench, place, note, options } = trial
  const work = dirname(place.data)
  const spaces = join(work, 'tablespaces')
  const made = { data: place.data, spaces, work, sync: false, bench, verify: true }
  const { tablespaces, checks } = await assemble(context, chain, made)
  if (checks.some(({ result }) => result === 'failed')) return { checks }
  for (const finding of await settle(place.data, tablespaces)) context.warn(finding)
  const kept = readFingerprint(chain.at(-1)?.fingerprint)
  try {
    const superuser = kept?.superuser ?? 'postgres'
    const server = await startPreloaded(context, { ...place, bench, superuser, note }, kept?.preload ?? '')
    try {
      const started: DrillCheck = { name: 'server', result: 'passed', expected, found: expected }
      const { checks: own, tables } = await whileItRuns(
        { name: `the server on the copy (${bench.version})`, ended: server.ended },
        context,
        () => inspectCopy(context, server, { bench, kept, options }),
        { tables: 0 },
      )
      return { checks: [...checks, started, ...own], tables }
    } finally {
      await server.stop()
    }
  } catch (error) {
    return { checks: [...checks, serverCheck(error, context.warn)] }
  }
}

/**
 * Proves a copied server: every level and what they come to against the server's own list of files, then a throwaway
 * server of the same major on it, its tables and indexes read, and a person's own checks. A host without a place for it
 * is an inconclusive check. Errors: `usage`, and those of the streams.
 */
export async function drillPhysical(
  context: SourceContext,
  chain: Chain,
  options: DrillOptions,
): Promise<DrillResult> {
  await removeLeftovers(context.stateDirectory)
  const bytes = chainBytes(chain)
  const result = { evidence: 'stream', bytes } as const
  let place: ClusterPlace | undefined
  let bench: Bench | undefined
  let note: LeftoverNote | undefined
  try {
    const inContainer = options.server?.type === 'docker' || options.server?.type === 'image'
    const needed = bytes * (chain.length > 1 ? 2 : 1)
    // In a container nobody has to come to the directory from outside.
    const user = inContainer ? undefined : await unprivilegedUser(['postgres'])
    place = await placeCluster({ scratch: options.scratch, bytes: needed }, user, context)
    note = await noteLeftover(context.stateDirectory, { servers: [], directories: place.directories })
    const directories = [...new Set([dirname(place.data), place.socket])]
    const major = majorOfLink(chain.at(-1) as ChainLink)
    bench = await openBench({ major, directories, server: options.server }, context)
  } catch (error) {
    await place?.remove()
    await note?.forget()
    return { ...result, checks: [serverCheck(error, context.warn)] }
  }
  try {
    const tried = await tryCopy(context, { chain, bench, place, note, options })
    return { ...result, ...tried, versions: { postgres: bench.version } }
  } finally {
    await bench.close()
    await place.remove()
    await note.forget()
  }
}
