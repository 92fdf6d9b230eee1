import { branchPrefix, isOutside } from '../../catalog/keys.ts'
import { type TemplatePattern, type TemplateWord, templatePattern } from '../../config/config.ts'
import type { RecoveryPoint } from '../../domain/retention.ts'
import type { Store, StoredObject } from '../../domain/store.ts'
import { hasCode } from '../../errors/error.ts'
import { type CommandContext, tell } from '../context.ts'
import type { Destination } from './destination.ts'
import { readEntries } from './entries.ts'

type Words = Readonly<Partial<Record<TemplateWord, string>>>

/**
 * The words of a job that do not change from run to run; those of its source are missing where it needs a variable that is
 * not set, which cleanup must not ask for.
 */
function wordsOf(context: CommandContext, name: string): { readonly words: Words; readonly whole: boolean } {
  const { source } = context.config.job(name)
  try {
    const driver = context.drivers.source(source.type, source.settings)
    return { words: { job: name, ...driver.templateWords }, whole: true }
  } catch (error) {
    if (!hasCode(error, 'config-variable-missing', 'driver-not-built')) throw error
    return { words: { job: name }, whole: false }
  }
}

/**
 * The names of what a job adopts: those that its single objects have, and those that its `adopt` says; without names that
 * are no series.
 */
export function adoptionPatterns(context: CommandContext, name: string): readonly TemplatePattern[] {
  if (!context.config.jobNames.includes(name)) return []
  const job = context.config.job(name)
  const own = job.package === 'volumes' || job.objectName === undefined ? [] : [job.objectName]
  const templates = [...own, ...job.adopt.names]
  if (templates.length === 0) return []
  const { words, whole } = wordsOf(context, name)
  const patterns = templates.flatMap((text) => templatePattern(text, words) ?? [])
  if (!whole && patterns.length < templates.length) {
    const message = `what others wrote for ${name} is not looked at: its object-name or adopt cannot be filled in here`
    tell(context, { severity: 'info', code: 'not-adopted', message }, name)
  }
  return patterns
}

/** Objects at a store that a pattern fits, besides the repository's own; in order of keys. */
export async function matchingObjects(
  store: Store,
  patterns: readonly TemplatePattern[],
): Promise<readonly StoredObject[]> {
  const found = new Map<string, StoredObject>()
  // One listing where they all begin alike, as `daily/…` and `weekly/…` do.
  for (const prefix of new Set(patterns.map((pattern) => pattern.prefix))) {
    for await (const object of store.list(prefix)) {
      const { key } = object
      if (isOutside(key) && patterns.some(({ matches }) => matches(key))) found.set(key, object)
    }
  }
  return [...found.values()].toSorted((a, b) => Buffer.compare(Buffer.from(a.key), Buffer.from(b.key)))
}

/**
 * Keys that belong to backups of any job, also of jobs that the configuration no longer has, or to runs of this one that
 * are under way or died. Undefined where a manifest is damaged: nobody knows what it names.
 */
async function ownedKeys(
  context: CommandContext,
  destination: Destination,
  job: string,
): Promise<ReadonlySet<string> | undefined> {
  const { points, damaged } = await readEntries(context, destination, undefined)
  if (damaged.length > 0) return undefined
  const owned = new Set(points.flatMap(({ outside }) => outside))
  for await (const { key } of destination.store.list(branchPrefix('data', job))) {
    const claimed = /^data\/[^/]+\/[^/]+\/~outside\/(.+)$/.exec(key)?.[1]
    if (claimed !== undefined) owned.add(claimed)
  }
  return owned
}

/** What fits the names of several jobs at a destination is that of the first in the configuration. */
function isOfAnother({ config }: CommandContext, destination: Destination, job: string) {
  return (other: string): boolean =>
    config.jobNames.indexOf(other) < config.jobNames.indexOf(job) &&
    config.job(other).to.some(({ name }) => name === destination.name)
}

/**
 * What others wrote at a destination under the names of a job: objects that fit its `object-name` or `adopt` and belong to no
 * backup and no run. They are listed and pruned by age, and never proven. Nothing is adopted where a manifest is
 * damaged: the object may be that backup's.
 */
export async function adoptedObjects(
  context: CommandContext,
  destination: Destination,
  job: string,
): Promise<readonly StoredObject[]> {
  const patterns = adoptionPatterns(context, job)
  if (patterns.length === 0) return []
  const others = context.config.jobNames
    .filter(isOfAnother(context, destination, job))
    .flatMap((other) => adoptionPatterns(context, other))
  const candidates = (await matchingObjects(destination.store, patterns)).filter(
    ({ key }) => !others.some((other) => other.matches(key)),
  )
  if (candidates.length === 0) return []
  const owned = await ownedKeys(context, destination, job)
  return owned === undefined ? [] : candidates.filter(({ key }) => !owned.has(key))
}

/** An adopted object as retention sees it: whole, unproven, as old as the store says. */
export function adoptedPoint(job: string, { key, modified }: StoredObject): RecoveryPoint {
  return {
    id: key,
    job,
    level: 0,
    parent: null,
    createdAt: modified,
    tags: [],
    valid: true,
    proven: false,
    held: false,
  }
}
