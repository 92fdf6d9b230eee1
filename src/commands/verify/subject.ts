import type { CatalogueEntry } from '../../catalog/entry.ts'
import { parseId } from '../../catalog/ids.ts'
import type { HoldfastError } from '../../errors/error.ts'
import { openBell } from '../announce/bell.ts'
import { announceVerify } from '../announce/verify.ts'
import type { CommandContext } from '../context.ts'
import { asHoldfastError } from '../outcome.ts'
import { type FindOptions, type FoundBackup, findBackup } from '../repository/find.ts'
import { readBackContents } from './contents.ts'
import { drillBackup } from './drill.ts'
import { inconclusiveDrill, verificationFailure } from './failure.ts'
import type { Depth, Findings, VerifyOptions } from './options.ts'
import { verifyStored } from './stored.ts'

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
      ? await readBackContents(
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

/** What is not good, and drills that could not tell. */
export function verdictErrors(results: Findings['results']): HoldfastError[] {
  return results.flatMap((each) => {
    if (each.result === 'failed') return [verificationFailure(each)]
    return each.result === 'inconclusive' && each.depth === 'restore' ? [inconclusiveDrill(each)] : []
  })
}

/** One job or backup, and those told who want to know. */
export async function verifySubject(
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
  const failures = verdictErrors(findings.results)
  await announceVerify(bell, findings.results, [...findings.errors, ...failures])
  return findings
}
