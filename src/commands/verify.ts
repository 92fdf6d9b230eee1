import type { CatalogueEntry } from '../catalog/entry.ts'
import { parseId } from '../catalog/ids.ts'
import { openBell } from './announce/bell.ts'
import { announceVerify } from './announce/verify.ts'
import type { CommandContext } from './context.ts'
import { asHoldfastError, exitOf, type Outcome } from './outcome.ts'
import { type FindOptions, type FoundBackup, findBackup } from './repository/find.ts'
import { knownJobs } from './repository/select.ts'
import { verifyContents } from './verify/contents.ts'
import { drillBackup } from './verify/drill.ts'
import { verdictError } from './verify/failure.ts'
import type { Depth, Findings, VerifyOptions } from './verify/options.ts'
import { verifyStored } from './verify/stored.ts'

/** The newest that nobody has proven, else the one whose proof is the oldest. */
function leastProven(candidates: readonly CatalogueEntry[]): CatalogueEntry | undefined {
  const provenAt = ({ lastPass }: CatalogueEntry) => lastPass?.finishedAt.getTime() ?? 0
  return (
    candidates.find(({ proven }) => !proven) ??
    candidates.reduce<CatalogueEntry | undefined>(
      (oldest, entry) => (oldest && provenAt(oldest) <= provenAt(entry) ? oldest : entry),
      undefined,
    )
  )
}

/** The newest that is proven; undefined where none is. */
function lastProven(newestFirst: readonly CatalogueEntry[]): CatalogueEntry | undefined {
  return newestFirst.find(({ proven }) => proven)
}

/** The backup that a drill without an id takes. */
function findToDrill(
  context: CommandContext,
  what: string,
  at: Date | undefined,
  prefer: NonNullable<FindOptions['prefer']>,
): Promise<FoundBackup> {
  return findBackup(context, what, { prefer, mode: 'write', ...(at && { at }) })
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
      : await drillBackup(
          context,
          await findToDrill(context, what, options.at, options.keep ? lastProven : leastProven),
          {
            scratch: options.scratch,
            ...(options.server && { server: options.server }),
            // A copy to work with is judged by itself, not by its age.
            wholeJob: parseId(what) === undefined && options.at === undefined && options.keep === undefined,
            keep: options.keep,
          },
        )
  findings.results.push(result)
}

/** One job or backup, and those told who want to know. */
async function verifySubject(
  context: CommandContext,
  subject: string,
  options: VerifyOptions,
): Promise<Findings> {
  const findings: Findings = { results: [], errors: [], warnings: [] }
  const depth = options.depth ?? 'checksum'
  const bell = openBell(
    context,
    depth === 'restore' ? 'drill' : 'verify',
    parseId(subject) ? undefined : subject,
  )
  try {
    await verifyOne(bell.context, subject, depth, options, findings)
  } catch (error) {
    findings.errors.push(asHoldfastError(error))
  }
  const failures = findings.results.flatMap((each) => verdictError(each) ?? [])
  await announceVerify(bell, findings.results, [...findings.errors, ...failures])
  return findings
}

/** `holdfast verify [what…]`: jobs or ids; exits 5 when a backup is not what it should be. */
export async function verify(
  context: CommandContext,
  what: readonly string[],
  options: VerifyOptions,
): Promise<Outcome> {
  const findings: Findings[] = []
  const subjects = what.length === 0 ? await knownJobs(context) : what
  for (const subject of subjects) {
    findings.push(await verifySubject(context, subject, options))
    if (context.signal.aborted) break
  }
  const results = findings.flatMap((each) => each.results)
  const errors = [
    ...findings.flatMap((each) => each.errors),
    ...results.flatMap((each) => verdictError(each) ?? []),
  ]
  const warnings = findings.flatMap((each) => each.warnings)
  return { results, warnings, errors, exitCode: exitOf(errors, results.length) }
}

/** `holdfast drill [what…]`. */
export function drill(
  context: CommandContext,
  what: readonly string[],
  options: VerifyOptions,
): Promise<Outcome> {
  return verify(context, what, { ...options, depth: 'restore' })
}
