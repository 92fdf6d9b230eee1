import type { CatalogueEntry } from '../catalog/entry.ts'
import { parseId } from '../catalog/ids.ts'
import { HoldfastError } from '../errors/error.ts'
import type { VerifyResult } from '../report/results.ts'
import type { CommandContext } from './context.ts'
import { asHoldfastError, exitOf, type Outcome } from './outcome.ts'
import { type Destination, openDestination } from './repository/destination.ts'
import { readEntries } from './repository/entries.ts'
import { destinationsOf, type FoundBackup, findBackup } from './repository/find.ts'
import { type Openers, openers } from './repository/identities.ts'
import { selectJobs } from './repository/select.ts'
import { verifyContents } from './verify/contents.ts'
import { drillBackup } from './verify/drill.ts'
import { lookAtObjects, type Sample } from './verify/objects.ts'
import { lookAtWraps } from './verify/wraps.ts'

export type Depth = 'exists' | 'checksum' | 'contents' | 'restore'

export interface VerifyOptions {
  readonly depth?: Depth
  readonly sample?: Sample
  readonly scratch?: string
  readonly at?: Date
}

/** What was found, and the errors that are no finding about a backup: unreachable stores, missing keys. */
interface Findings {
  readonly results: VerifyResult[]
  readonly errors: HoldfastError[]
}

function failure({ job, id, destination, damaged, checks }: VerifyResult): HoldfastError {
  const what =
    damaged.length > 0
      ? `${damaged.length === 1 ? damaged[0] : `${damaged.length} objects`} damaged or missing`
      : `${checks.find(({ result }) => result === 'failed')?.name ?? 'it'} failed`
  return new HoldfastError(
    'verification-failed',
    `backup ${id} of ${job} at ${destination} is not good: ${what}`,
    {
      hint: 'Make a new full backup now with `holdfast backup --level 0`; restore from another destination or an earlier backup.',
      context: { job, id, destination, damaged },
    },
  )
}

/** Stored objects of one backup, without its ancestors: they have results of their own. */
async function verifyObjects(
  context: CommandContext,
  destination: Destination,
  entry: CatalogueEntry,
  depth: 'exists' | 'checksum',
  sample: Sample | undefined,
  opening: Openers | undefined,
): Promise<VerifyResult> {
  const { store, name } = destination
  const found = await lookAtObjects(context, store, entry, depth, sample)
  const wraps = entry.encrypted
    ? [await lookAtWraps(context, store, entry, depth === 'exists' ? undefined : opening)]
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
async function verifyStored(
  context: CommandContext,
  what: string,
  depth: 'exists' | 'checksum',
  { sample, at }: VerifyOptions,
  findings: Findings,
): Promise<void> {
  const opening = await openersIfAny(context)
  const one = async (destination: Destination, entry: CatalogueEntry) => {
    findings.results.push(await verifyObjects(context, destination, entry, depth, sample, opening))
  }
  if (parseId(what)) {
    const found = await findBackup(context, what, { force: true })
    for (const entry of found.chain) await one(found.destination, entry)
    return
  }
  for (const name of destinationsOf(context, what)) {
    try {
      const destination = await openDestination(context, name)
      const { points, damaged, damagedProofs, foreign } = await readEntries(context, destination, what)
      findings.errors.push(...[...damaged, ...damagedProofs].map(({ error }) => error))
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
      for (const entry of points) {
        if (at === undefined || entry.createdAt <= at) await one(destination, entry)
      }
    } catch (error) {
      context.signal.throwIfAborted()
      findings.errors.push(asHoldfastError(error))
    }
  }
}

/** The backup that a drill without an id takes: the newest that nobody has proven, else the newest. */
function findUnproven(
  context: CommandContext,
  what: string,
  at: Date | undefined,
  mode: 'read' | 'write',
): Promise<FoundBackup> {
  return findBackup(context, what, { prefer: ({ proven }) => !proven, mode, ...(at && { at }) })
}

async function verifyOne(
  context: CommandContext,
  what: string,
  depth: Depth,
  options: VerifyOptions,
  findings: Findings,
): Promise<void> {
  if (depth === 'exists' || depth === 'checksum') return verifyStored(context, what, depth, options, findings)
  const result =
    depth === 'contents'
      ? await verifyContents(
          context,
          await findBackup(context, what, { ...(options.at && { at: options.at }) }),
        )
      : await drillBackup(context, await findUnproven(context, what, options.at, 'write'), options.scratch)
  findings.results.push(result)
}

/** `holdfast verify [what…]`: jobs or ids; exits 5 when a backup is not what it should be. */
export async function verify(
  context: CommandContext,
  what: readonly string[],
  options: VerifyOptions,
): Promise<Outcome> {
  const findings: Findings = { results: [], errors: [] }
  const subjects = what.length === 0 ? selectJobs(context, []) : what
  for (const subject of subjects) {
    try {
      await verifyOne(context, subject, options.depth ?? 'checksum', options, findings)
    } catch (error) {
      findings.errors.push(asHoldfastError(error))
      if (context.signal.aborted) break
    }
  }
  const { results } = findings
  const errors = [...findings.errors, ...results.filter(({ result }) => result === 'failed').map(failure)]
  return { results, warnings: [], errors, exitCode: exitOf(errors, results.length) }
}

/** `holdfast drill [what…]`. */
export function drill(
  context: CommandContext,
  what: readonly string[],
  options: VerifyOptions,
): Promise<Outcome> {
  return verify(context, what, { ...options, depth: 'restore' })
}
