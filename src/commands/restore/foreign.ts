import { formatBytes } from '../../report/bytes.ts'
import type { CommandContext } from '../context.ts'
import type { Outcome } from '../outcome.ts'
import { done } from '../outcome.ts'
import { type FoundObject, restoreAdopted } from './adopted.ts'
import { flush } from './flush.ts'
import type { RestoreCommandOptions } from './options.ts'
import { checkSalvage } from './salvage.ts'
import { salvageAdopted } from './salvage-adopted.ts'
import { restoreTarget, targetName } from './target.ts'

/** What others wrote: no chain, no index, no key. */
export async function restoreForeign(
  context: CommandContext,
  found: FoundObject,
  options: RestoreCommandOptions,
): Promise<Outcome> {
  const started = context.clock.monotonic()
  const { job, object, store } = found
  const isTree = context.config.job(job).source.type === 'directory'
  const target = restoreTarget(context, options.to, { media: isTree ? 'application/x-tar' : '' })
  const seconds = () => (context.clock.monotonic() - started) / 1000
  const record = { job, id: object.key, chain: [object.key], target: targetName(target) }
  if (options.salvage) checkSalvage(target, options.overwrite)
  const replace = options.overwrite ? ' What is there is replaced.' : ''
  const plan = `Restore ${object.key} as of ${object.modified.toISOString()} (not written by holdfast, ${formatBytes(object.bytes)} stored at ${store.name}) to ${targetName(target)}?${replace}`
  if (options.dryRun) return done([{ ...record, bytes: 0, fetchedBytes: 0, seconds: seconds(), plan }])
  if (target.type !== 'stdout') await context.confirm(plan)
  context.reporter.on({ type: 'job-started', job, command: 'restore', id: object.key })
  const { include, overwrite, force } = options
  const finish = (status: string, { seconds: taken }: { readonly seconds: number }) =>
    context.reporter.on({ type: 'job-finished', job, command: 'restore', status, seconds: taken })
  if (options.salvage && (target.type === 'directory' || target.type === 'file')) {
    const { record: numbers, ...rest } = await salvageAdopted(context, found, target, include)
    const salvaged = { ...record, bytes: 0, fetchedBytes: 0, seconds: seconds(), ...numbers }
    for (const finding of rest.warnings) context.reporter.on({ type: 'finding', job, finding })
    finish(rest.exitCode === 0 ? 'success' : 'partial', salvaged)
    return { results: [salvaged], ...rest }
  }
  const { warnings, ...numbers } = await restoreAdopted(context, found, { target, include, overwrite, force })
  if (target.type === 'stdout') await flush(context)
  const finished = { ...record, ...numbers, seconds: seconds() }
  for (const finding of warnings) context.reporter.on({ type: 'finding', job, finding })
  finish('success', finished)
  return done([finished], warnings)
}
