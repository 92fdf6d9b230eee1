import { makeId } from '../../catalog/ids.ts'
import { wrapKey } from '../../catalog/keys.ts'
import { sha256Hex } from '../../codec/hash.ts'
import type { JobSettings } from '../../config/settings.ts'
import type { Finding } from '../../domain/finding.ts'
import { createFanOut } from '../../pipeline/fan-out.ts'
import { findSevenZip } from '../../pipeline/seven-zip/tool.ts'
import type { CommandContext } from '../context.ts'
import { asHoldfastError } from '../outcome.ts'
import type { FailedDestination } from '../repository/destination.ts'
import { sourceContextOf } from '../repository/source-context.ts'
import type { Base } from './base.ts'
import { makeDataKey } from './data-key.ts'
import { fullInstead } from './full-instead.ts'
import { createIndexRecorder } from './index-recorder.ts'
import type { WriteOptions } from './options.ts'
import { preflight } from './preflight.ts'
import { lacksParent } from './report.ts'
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
  const encryption = context.config.encryption()
  const key = encryption.none ? undefined : await makeDataKey(encryption)
  const index = createIndexRecorder()
  const { level, state, parent } = base
  const capture = await base.source.capture({
    ...sourceContext,
    level,
    repository: base.destinations[0]?.repository.repository ?? '',
    ...(state && { parent: state }),
    index,
    allowUnread: job.allowUnread,
  })
  const becameFull = level > 0 && capture.level === 0
  if (becameFull) {
    sourceContext.warn(fullInstead(job.name, capture.fullBecause ?? 'its base is gone'))
  } else failed.push(...base.lacking.map(({ name }) => lacksParent(name, base)))
  const destinations = becameFull ? [...base.destinations, ...base.lacking] : base.destinations
  options.run.id = makeId(options.startedAt, capture.level)
  const fanOut = createFanOut(
    destinations.map((destination) => destination.store),
    {
      signal: context.signal,
      clock: context.clock,
      onDropped: (name, error) => failed.push({ name, error: asHoldfastError(error) }),
    },
  )
  return {
    context,
    job,
    base,
    options,
    id: options.run.id,
    capture,
    index,
    parent: capture.level === 0 ? undefined : parent,
    key,
    destinations,
    fanOut,
    failed,
    written: [],
    warnings,
  }
}

/** The wraps come first: data whose key is nowhere would be worth nothing. */
export async function storeWraps(writing: Writing): Promise<void> {
  for (const [index, body] of (writing.key?.wraps ?? []).entries()) {
    const key = wrapKey(writing.job.name, writing.id, index + 1)
    await store(writing, { key, body, sha256: sha256Hex(body) })
  }
}
