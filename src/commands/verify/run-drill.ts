import { findObject } from '../../catalog/object-io.ts'
import type { CopyKeeper } from '../../domain/copy.ts'
import type { DrillCopy, DrillResult, DrillServer } from '../../domain/drill.ts'
import type { Finding } from '../../domain/finding.ts'
import type { ChainLink } from '../../domain/source.ts'
import type { CommandContext } from '../context.ts'
import type { FoundBackup } from '../repository/find.ts'
import { openersFor } from '../repository/identities.ts'
import { openChain } from '../repository/open-chain.ts'
import { progressOver } from '../repository/progress.ts'
import { sourceContextOf, sourceOf } from '../repository/source-context.ts'
import { runChecks } from './checks.ts'
import { damageOf } from './damage.ts'
import { drillServerOf } from './server.ts'

/** A cleanup may delete a backup while it is drilled: then the drill says nothing. */
async function isStillThere(found: FoundBackup): Promise<boolean> {
  for (const { key } of found.chain) {
    if (!(await findObject(found.destination.store, key))) return false
  }
  return true
}

/** What a drill found, damage included. */
export interface Drilled {
  readonly result: DrillResult
  readonly damaged: readonly string[]
  readonly fetchedBytes: number
  /** Seconds from the first read to a copy that is there. */
  readonly restoreSeconds?: number | undefined
  /** The backup itself, as it was read; absent where it is damaged. */
  readonly last?: ChainLink | undefined
}

/**
 * Has the source bring up a copy and check it, a person's own checks included. What the store gave wrong is a finding
 * about the backup; every other error is thrown on.
 */
export async function runDrill(
  context: CommandContext,
  found: FoundBackup,
  scratch: string,
  {
    server: wanted,
    keeper,
  }: { readonly server?: DrillServer | undefined; readonly keeper?: CopyKeeper | undefined },
): Promise<Drilled> {
  const { entry, chain } = found
  const { config, signal, clock } = context
  const verify = config.jobNames.includes(entry.job) ? config.job(entry.job).verify : undefined
  const started = clock.monotonic()
  let inspected = false
  let restored: number | undefined
  const warnings: Finding[] = []
  let fetched = () => 0
  try {
    const opened = await openChain(context, found, await openersFor(context, chain))
    fetched = opened.fetchedBytes
    const last = opened.links.at(-1)
    const sourceContext = sourceContextOf(context, entry.job, warnings)
    const inspect = ({ directory, query, environment }: DrillCopy) => {
      inspected = true
      return runChecks(verify?.checks ?? [], {
        directory,
        environment: { ...sourceContext.environment, ...environment },
        signal,
        ...(query && { query }),
      })
    }
    const onRestored = () => {
      restored = (clock.monotonic() - started) / 1000
    }
    const server = wanted ?? (verify?.server && drillServerOf(verify.server))
    const source = sourceOf(context, entry.job, entry.source.type)
    const drilled = await source.drill(
      sourceContext,
      progressOver(context, entry.job, 'drill', opened.links),
      { scratch, inspect, onRestored, ...(server && { server }), ...(keeper && { keeper }) },
    )
    // Without a server there is nothing that a person's checks could look at.
    const own = inspected || source.drillsOnServer ? [] : await inspect({ directory: scratch })
    const result = { ...drilled, checks: [...drilled.checks, ...own] }
    return { result, damaged: [], fetchedBytes: fetched(), restoreSeconds: restored, last }
  } catch (thrown) {
    context.signal.throwIfAborted()
    if (!(await isStillThere(found))) throw thrown
    const { checks, damaged } = damageOf(thrown, 'restore')
    return { result: { checks, evidence: entry.evidence, bytes: 0 }, damaged, fetchedBytes: fetched() }
  }
}
