import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseId } from '../catalog/ids.ts'
import { openProof } from '../catalog/proofs.ts'
import { HoldfastError } from '../errors/error.ts'
import { renderEvidence } from '../report/evidence/document.ts'
import type { Framework, RereadFacts } from '../report/evidence/facts.ts'
import type { ProofResult } from '../report/proof-result.ts'
import type { CommandContext } from './context.ts'
import { asHoldfastError, exitOf, type Outcome } from './outcome.ts'
import { collectProofs, proofResult } from './proof/collect.ts'
import { policiesOf } from './proof/policy.ts'
import { rereadFacts } from './proof/reread.ts'
import { backupDestinations, openDestination } from './repository/destination.ts'
import { destinationsOf } from './repository/find.ts'
import { knownJobs } from './repository/select.ts'

export interface ProofOptions {
  /** A document for an auditor, or the stored envelopes. */
  readonly export?: Framework | 'json'
}

const isFile = (subject: string) => subject.endsWith('.json')

/** A proof that somebody carried here: its signature and its digest are checked without any store. */
async function fromFile(context: CommandContext, file: string): Promise<ProofResult> {
  const path = resolve(context.cwd, file)
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new HoldfastError('config-file-unreadable', `cannot read the proof ${file}`, {
      hint: 'Name a job, the id of a backup, or a file that was copied from `proofs/` of a repository.',
      context: { file },
      cause,
    })
  })
  const opened = openProof(bytes, file, context.config.signing().trust)
  return proofResult(opened, opened.proof.destination, 'unknown')
}

function none(subjects: readonly string[]): HoldfastError {
  return new HoldfastError('unproven', `there is no proof of ${subjects.join(', ') || 'any backup'}`, {
    hint: 'Run `holdfast drill` to restore a backup into a throwaway place and leave a proof.',
  })
}

/**
 * `holdfast proof [JOB|ID|FILE…]`: the proofs of restores, newest first, digests and signatures checked; with `export`
 * a document for an auditor. Exits 5 when one is damaged or forged, 4 when there is none.
 */
export async function proof(
  context: CommandContext,
  subjects: readonly string[],
  options: ProofOptions,
): Promise<Outcome> {
  const results: ProofResult[] = []
  const errors: HoldfastError[] = []
  const rereads: RereadFacts[] = []
  const isDocument = options.export !== undefined && options.export !== 'json'
  const guarded = async (work: () => Promise<void>) => {
    try {
      await work()
    } catch (thrown) {
      context.signal.throwIfAborted()
      errors.push(asHoldfastError(thrown))
    }
  }
  const add = async (destination: string, job: string, id?: string) => {
    const opened = await openDestination(context, destination)
    const found = await collectProofs(context, opened, { job, id }, options.export === 'json')
    results.push(...found.results)
    errors.push(...found.damaged)
    if (isDocument && id === undefined) rereads.push(...(await rereadFacts(context, opened, job)))
  }
  // A file alone is read without any store.
  const asksStores = subjects.length === 0 || subjects.some(parseId)
  const known = asksStores ? await knownJobs(context) : []
  for (const subject of subjects.length === 0 ? known : subjects) {
    if (isFile(subject)) {
      await guarded(async () => void results.push(await fromFile(context, subject)))
    } else if (parseId(subject)) {
      for (const name of backupDestinations(context)) {
        for (const job of known) await guarded(() => add(name, job, subject))
      }
    } else {
      for (const name of destinationsOf(context, subject)) await guarded(() => add(name, subject))
    }
  }
  if (results.length === 0 && errors.length === 0) errors.push(none(subjects))
  results.sort((a, b) => (a.finishedAt < b.finishedAt ? 1 : a.finishedAt > b.finishedAt ? -1 : 0))
  const warnings = results
    .filter(({ trusted }) => !trusted)
    .map(({ key, destination, signedBy }) => ({
      severity: 'warning' as const,
      code: 'proof-untrusted',
      message: `${destination}: ${key} is ${signedBy ? `signed by ${signedBy}, which signing.trust does not list` : 'not signed'}: it is a report, not a proof`,
    }))
  const exitCode = exitOf(errors, results.length)
  const framework = options.export
  if (framework === undefined || framework === 'json') return { results, warnings, errors, exitCode }
  const document = renderEvidence(framework, {
    proofs: results,
    policies: policiesOf(
      context,
      subjects.length === 0 ? undefined : [...subjects, ...results.map(({ job }) => job)],
    ),
    rereads,
    trust: context.config.signing().trust,
    damaged: errors,
    now: context.clock.now(),
    version: context.identity.version,
  })
  return { results: [{ document }], warnings, errors, exitCode }
}
