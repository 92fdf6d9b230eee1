import { makeId } from '../../catalog/ids.ts'
import type { JobSettings } from '../../config/settings.ts'
import type { Finding } from '../../domain/finding.ts'
import { createFanOut } from '../../pipeline/fan-out.ts'
import { findSevenZip } from '../../pipeline/seven-zip/tool.ts'
import { type CommandContext, step } from '../context.ts'
import { asHoldfastError } from '../outcome.ts'
import type { FailedDestination } from '../repository/destination.ts'
import { passesOn } from '../repository/passes-on.ts'
import { sourceContextOf } from '../repository/source-context.ts'
import type { Base } from './base.ts'
import { fullInstead } from './full-instead.ts'
import { createIndexRecorder } from './index-recorder.ts'
import type { WriteOptions } from './options.ts'
import { preflight } from './preflight.ts'
import { lacksParent, leftOut } from './report.ts'
import { findResumable, forgetRuns } from './resumable.ts'
import { keyOf } from './run-key.ts'
import { store, type Writing } from './writing.ts'

/** Preflight and the start of the capture; its level decides the id, the parent and who gets this backup. */
export async function begin(
  context: CommandContext,
  job: JobSettings,
  base: Base,
  options: WriteOptions,
): Promise<Writing> {
  const warnings: Finding[] = [...(base.findings ?? [])]
  const failed: FailedDestination[] = [...options.failed]
  const sourceContext = sourceContextOf(context, job.name, warnings, 'backup')
  // Before the source is asked for anything.
  if (job.package === '7z') await findSevenZip(sourceContext.environment)
  await preflight(base.source, sourceContext)
  const { throwaway = false } = options
  const found = throwaway ? undefined : await findResumable(context, job, base)
  const index = createIndexRecorder()
  const { level, state, parent } = base
  const repository = base.destinations[0]?.repository.repository ?? ''
  const capture = await base.source.capture({
    ...sourceContext,
    level,
    repository,
    ...(state && { parent: state }),
    index,
    allowUnread: job.allowUnread,
    throwaway,
    ...(found && { resume: found.header.resume.source }),
  })
  const resumed = capture.resumed === true ? found : undefined
  if (resumed === undefined) {
    if (!throwaway) await forgetRuns(context, job.name, repository)
  } else
    step(
      context,
      `going on with ${resumed.header.id}: ${resumed.volumes.length} volumes are stored`,
      job.name,
    )
  const becameFull = level > 0 && capture.level === 0
  if (becameFull) {
    sourceContext.warn(fullInstead(job.name, capture.fullBecause ?? 'its base is gone'))
  } else {
    for (const { name } of base.lacking) {
      if (passesOn(job, name)) sourceContext.warn(leftOut(name, base))
      else failed.push(lacksParent(name, base))
    }
  }
  const destinations = becameFull ? [...base.destinations, ...base.lacking] : base.destinations
  options.run.id = resumed?.header.id ?? makeId(options.startedAt, capture.level)
  const fanOut = createFanOut(
    destinations.map((destination) => destination.store),
    {
      signal: context.signal,
      clock: context.clock,
      mayExist: resumed !== undefined,
      onDropped: (name, error) => failed.push({ name, error: asHoldfastError(error) }),
    },
  )
  return {
    context,
    job,
    base,
    options: resumed ? { ...options, startedAt: new Date(resumed.header.resume.startedAt) } : options,
    id: options.run.id,
    capture,
    index,
    parent: capture.level === 0 ? undefined : parent,
    ...(await keyOf(context, job.name, options.run.id, resumed)),
    resumed,
    destinations,
    fanOut,
    failed,
    written: [],
    warnings,
  }
}

/** The wraps come first: data whose key is nowhere would be worth nothing. Those of a run that goes on are there. */
export async function storeWraps(writing: Writing): Promise<void> {
  if (writing.resumed) {
    writing.written.push(...writing.wraps)
    return
  }
  for (const [index, { key, sha256 }] of writing.wraps.entries()) {
    const body = writing.wrapBodies[index]
    if (body) await store(writing, { key, body, sha256 })
  }
}
