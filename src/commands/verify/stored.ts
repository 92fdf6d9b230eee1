import type { CatalogueEntry } from '../../catalog/entry.ts'
import { parseId } from '../../catalog/ids.ts'
import { readManifest } from '../../catalog/read-manifest.ts'
import { type Sample, sampleOn } from '../../drill/sample.ts'
import { HoldfastError } from '../../errors/error.ts'
import type { VerifyResult } from '../../report/results.ts'
import { type CommandContext, tell } from '../context.ts'
import { asHoldfastError } from '../outcome.ts'
import { type Destination, openDestination } from '../repository/destination.ts'
import { readEntries } from '../repository/entries.ts'
import { destinationsOf, findBackup } from '../repository/find.ts'
import { type Openers, openers } from '../repository/identities.ts'
import { shreddedText } from '../repository/shredded.ts'
import { lookAtObjects } from './objects.ts'
import type { Findings, VerifyOptions } from './options.ts'
import { findOrphans } from './orphans.ts'
import { type Looked, recordReading } from './record-reading.ts'
import { lookAtWraps } from './wraps.ts'

/** What nobody can open needs no checking; that it was shredded is not damage. */
async function shreddedResult(
  context: CommandContext,
  { store, name }: Destination,
  { job, id }: CatalogueEntry,
  depth: 'exists' | 'checksum',
): Promise<VerifyResult> {
  const found = await shreddedText(context, store, { job, id })
  const checks = [{ name: 'keys', result: 'inconclusive' as const, expected: 'none: shredded', found }]
  return { job, id, destination: name, depth, result: 'inconclusive', checks, fetchedBytes: 0, damaged: [] }
}

/** Stored objects of one backup, without its ancestors: they have results of their own. */
export async function verifyObjects(
  context: CommandContext,
  destination: Destination,
  entry: CatalogueEntry,
  depth: 'exists' | 'checksum',
  sample: Sample | undefined,
  opening: Openers | undefined,
): Promise<VerifyResult> {
  const { store, name } = destination
  const { job, id, manifestSha256: sha256 } = entry
  if (entry.shredded) return shreddedResult(context, destination, entry, depth)
  const { manifest } = await readManifest(store, job, id, { signal: context.signal, sha256 })
  const found = await lookAtObjects(context, store, entry, manifest, depth, sample)
  const wraps = entry.encrypted
    ? [await lookAtWraps(context, store, manifest, depth === 'exists' ? undefined : opening)]
    : []
  const damaged = [...found.damaged, ...wraps.flatMap((each) => each.damaged)]
  const checks: VerifyResult['checks'] = [
    {
      name: 'objects',
      result: found.damaged.length === 0 ? 'passed' : 'failed',
      expected: `${found.looked} whole`,
      found: `${found.looked - found.damaged.length} whole`,
    },
    ...wraps.map(({ check }) => check),
    ...(entry.complete
      ? []
      : [
          {
            name: 'chain',
            result: 'failed' as const,
            expected: 'every parent',
            found: 'a parent is missing',
          },
        ]),
  ]
  return {
    job: entry.job,
    id: entry.id,
    destination: name,
    depth,
    result: checks.some(({ result }) => result === 'failed') ? 'failed' : 'passed',
    checks,
    fetchedBytes: found.fetchedBytes,
    damaged,
    objects: { lookedAt: found.looked, of: found.of },
  }
}

function lookedOf(entry: CatalogueEntry, { damaged, objects, fetchedBytes }: VerifyResult): Looked {
  const { lookedAt = 0 } = objects ?? {}
  return {
    entry,
    whole: damaged.length === 0 && objects !== undefined,
    objects: lookedAt,
    bytes: fetchedBytes,
  }
}

/** An identity helps to look into wraps, but nobody needs one to compare stored bytes. */
async function openersIfAny(context: CommandContext): Promise<Openers | undefined> {
  try {
    return await openers(context)
  } catch (error) {
    if (asHoldfastError(error).exitStatus === 2) return undefined
    throw error
  }
}

/** Every backup of a job at every destination, or one backup and all it builds on. */
export async function verifyStored(
  context: CommandContext,
  what: string,
  depth: 'exists' | 'checksum',
  { sample: asked, at }: VerifyOptions,
  findings: Findings,
): Promise<void> {
  const opening = await openersIfAny(context)
  const sample = asked && sampleOn(asked, context.clock.now())
  const look = async (destination: Destination, job: string, entries: readonly CatalogueEntry[]) => {
    const startedAt = context.clock.now()
    const own: VerifyResult[] = []
    const backups: Looked[] = []
    try {
      for (const entry of entries) {
        const result = await verifyObjects(context, destination, entry, depth, sample, opening)
        own.push(result)
        backups.push(lookedOf(entry, result))
      }
    } finally {
      findings.results.push(...own)
      const looked = { depth: 'checksum', sample, startedAt, backups } as const
      if (depth === 'checksum') await recordReading(context, destination, job, looked, own)
    }
  }
  if (parseId(what)) {
    const found = await findBackup(context, what, { force: true })
    await look(found.destination, found.entry.job, found.chain)
    return
  }
  const { results, errors } = findings
  const before = results.length + errors.length
  for (const name of destinationsOf(context, what)) {
    try {
      const destination = await openDestination(context, name)
      const catalogue = await readEntries(context, destination, what)
      const { points, damaged, damagedProofs, foreign } = catalogue
      findings.errors.push(...[...damaged, ...damagedProofs].map(({ error }) => error))
      const orphans = await findOrphans(context, destination, what, catalogue)
      findings.errors.push(...orphans.errors)
      for (const finding of orphans.warnings) tell(context, finding, what)
      findings.warnings.push(...orphans.warnings)
      if (points.length === 0 && foreign.length > 0) {
        throw new HoldfastError(
          'manifest-damaged',
          `no manifest at ${name} belongs to the repository that holdfast.json names`,
          {
            hint: 'holdfast.json is damaged or was replaced: bring it back from another destination.',
            context: { destination: name, foreign: foreign.length },
          },
        )
      }
      await look(
        destination,
        what,
        points.filter(({ createdAt }) => at === undefined || createdAt <= at),
      )
    } catch (error) {
      context.signal.throwIfAborted()
      findings.errors.push(asHoldfastError(error))
    }
  }
  if (results.length + errors.length > before) return
  throw new HoldfastError('backup-not-found', `there is no backup of ${what} to verify`, {
    hint: 'Run `holdfast list` to see the jobs and ids there are; a job that was never backed up cannot be verified.',
    context: { what },
  })
}
