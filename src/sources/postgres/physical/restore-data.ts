import { rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Finding } from '../../../domain/finding.ts'
import type { Chain, ChainLink, RestoreResult, SourceContext } from '../../../domain/source.ts'
import { makePrivateDirectory } from '../../../process/private-directory.ts'
import { openStaging } from '../../staging.ts'
import { requireRoom } from '../server/room.ts'
import { assemble, majorOfLink } from './assemble.ts'
import type { Bench } from './bench/bench.ts'
import { openBench } from './bench/open.ts'
import { isRoot } from './extract.ts'
import { type Owner, ownTrees } from './own-tree.ts'
import type { ServerControl } from './server-control.ts'
import { requireServerDown } from './server-down.ts'
import { settle } from './settle.ts'
import { tablespaceOf } from './streams.ts'

export interface DataRestore {
  readonly target: string
  readonly overwrite: boolean
  /** Stops and starts the server of the data directory. */
  readonly control?: ServerControl | undefined
}

/** Bytes of a whole chain, which what is made of it never exceeds. */
export function chainBytes(chain: Chain): number {
  return chain.reduce((sum, { streams }) => sum + streams.reduce((all, { bytes }) => all + bytes, 0), 0)
}

function spacesMoved(place: string): Finding {
  return {
    severity: 'warning',
    code: 'tablespaces-moved',
    message: `the tablespaces lie in ${place} now, not where they were`,
    hint: 'Move them while the server is down, and set the links in pg_tblspc, to have them elsewhere.',
  }
}

/** The owner of what is replaced, else whom the files belonged to; undefined where this process may give nothing away. */
async function ownerFor(target: string, original: Owner): Promise<Owner | undefined> {
  if (!isRoot()) return undefined
  const there = await stat(target).catch(() => undefined)
  return there === undefined || there.uid === 0 ? original : there
}

/**
 * Restores a chain as a data directory that a server of its major can be started on. All is made beside the target and
 * put in place by renaming at the end, while the server is down. Errors: `server-running`, `target-not-empty`,
 * `disk-full`, `scratch-too-small`, `tool-missing`, `tool-failed`, and those of the streams.
 */
export async function restoreData(
  context: SourceContext,
  chain: Chain,
  { target, overwrite, control }: DataRestore,
): Promise<RestoreResult> {
  const bytes = chainBytes(chain)
  const spaces = `${target}.tablespaces`
  const hasSpaces = chain.at(-1)?.streams.some(({ name }) => tablespaceOf(name) !== undefined) === true
  if (control === undefined) await requireServerDown(target)
  await requireRoom(dirname(target), bytes, { what: 'the restored data directory', target: true })
  if (chain.length > 1)
    await requireRoom(context.scratch, bytes, { what: `a chain of ${chain.length} backups, extracted,` })
  const staging = await openStaging(target, overwrite, context.environment)
  const stagedSpaces = hasSpaces ? await openStaging(spaces, overwrite, context.environment) : undefined
  const work = chain.length > 1 ? await makePrivateDirectory(context.scratch, 'holdfast-restore') : undefined
  let stopped = false
  let bench: Bench | undefined
  try {
    const directories = [staging.path, work, stagedSpaces?.path].filter((path) => path !== undefined)
    const major = majorOfLink(chain[0] as ChainLink)
    if (work !== undefined) bench = await openBench({ major, directories }, context)
    const { tablespaces, owner } = await assemble(context, chain, {
      data: staging.path,
      spaces: stagedSpaces?.path ?? '',
      work: work ?? '',
      sync: true,
      bench,
      verify: false,
    })
    const links = new Map([...tablespaces.keys()].map((oid) => [oid, join(spaces, oid)]))
    const warnings = [...(await settle(staging.path, links)), ...(hasSpaces ? [spacesMoved(spaces)] : [])]
    const wanted = await ownerFor(target, owner)
    const made = [staging.path, stagedSpaces?.path].filter((path) => path !== undefined)
    if (wanted !== undefined) await ownTrees(made, wanted, context)
    context.signal.throwIfAborted()
    if (control !== undefined) {
      stopped = true
      await control.stop()
    }
    await requireServerDown(target)
    await stagedSpaces?.commit(async () => undefined)
    await staging.commit(async (root) => void (await settle(root, new Map())))
    stopped = false
    await control?.start()
    return { bytes, warnings }
  } catch (error) {
    await staging.discard()
    await stagedSpaces?.discard()
    // What was there before is still there.
    if (stopped) await control?.start().catch(() => undefined)
    throw error
  } finally {
    await bench?.close()
    if (work !== undefined) await rm(work, { recursive: true, force: true, maxRetries: 3 })
  }
}
