import type { Finding } from '../../domain/finding.ts'
import type { RestoreTarget } from '../../domain/source.ts'
import type { RestoreResultRecord } from '../../report/results.ts'
import type { CommandContext } from '../context.ts'
import type { FoundBackup } from '../repository/find.ts'
import { openersFor } from '../repository/identities.ts'
import { openChain } from '../repository/open-chain.ts'
import { progressOver } from '../repository/progress.ts'
import { sourceContextOf, sourceOf } from '../repository/source-context.ts'
import { elsewhere } from './elsewhere.ts'
import { flush } from './flush.ts'
import type { RestoreCommandOptions } from './options.ts'
import { thawChain } from './thaw.ts'

/** What came of a restore: the numbers of its result, and what a person should know. */
export interface Restored {
  readonly numbers: Pick<RestoreResultRecord, 'files' | 'bytes' | 'fetchedBytes'>
  readonly warnings: readonly Finding[]
}

async function restoreOnce(
  context: CommandContext,
  found: FoundBackup,
  target: RestoreTarget,
  { include, tables = [], overwrite, force, thaw }: RestoreCommandOptions,
): Promise<Restored> {
  if (thaw) await thawChain(context, found)
  const { job, source } = found.entry
  const opened = await openChain(context, found, await openersFor(context, found.chain))
  const warnings: Finding[] = []
  const result = await sourceOf(context, job, source.type).restore(
    sourceContextOf(context, job, warnings),
    progressOver(context, job, 'restore', opened.links),
    { target, include, tables, overwrite, force },
  )
  if (target.type === 'stdout') await flush(context)
  const { files, bytes } = result
  const numbers = { ...(files === undefined ? {} : { files }), bytes, fetchedBytes: opened.fetchedBytes() }
  return { numbers, warnings: [...warnings, ...result.warnings] }
}

/**
 * Restores a backup that was found. Where it is damaged the next destination that has the same one serves, with a
 * warning: nothing was put in place yet. What went to standard output or into a server cannot be taken back.
 */
export async function restoreBackup(
  context: CommandContext,
  found: FoundBackup,
  target: RestoreTarget,
  options: RestoreCommandOptions,
): Promise<Restored> {
  const { job, id, level } = found.entry
  context.reporter.on({ type: 'job-started', job, command: 'restore', id, level })
  const tried: string[] = []
  const warnings: Finding[] = []
  for (let serving = found; ; ) {
    try {
      const restored = await restoreOnce(context, serving, target, options)
      return { ...restored, warnings: [...warnings, ...restored.warnings] }
    } catch (error) {
      context.signal.throwIfAborted()
      tried.push(serving.destination.name)
      const next =
        target.type === 'directory' || target.type === 'file'
          ? await elsewhere(context, found, tried, options, error)
          : undefined
      if (next === undefined) throw error
      serving = next.found
      warnings.push(next.finding)
    }
  }
}
