import type { Finding } from '../domain/finding.ts'
import { HoldfastError } from '../errors/error.ts'
import type { KeysSkipped, RekeyResult } from '../report/key-results.ts'
import { type CommandContext, tell } from './context.ts'
import { asHoldfastError, errorOfJob, exitOf, type Outcome } from './outcome.ts'
import { type RekeyOptions, rekeyJob } from './rekey/job.ts'
import { rekeyKeys } from './rekey/keys.ts'
import { rememberedWraps } from './rekey/remembered.ts'
import { type Destination, openDestination } from './repository/destination.ts'
import { readEntries } from './repository/entries.ts'
import { destinationsOf } from './repository/find.ts'
import { leaseScope, type OnBusy, releaseAll, whileHeld } from './repository/lease.ts'
import { leaseStores } from './repository/lease-store.ts'
import { knownJobs } from './repository/select.ts'

export interface RekeyCommandOptions {
  readonly dropOld: boolean
  readonly onBusy: OnBusy
}

interface Report {
  readonly results: RekeyResult[]
  readonly skipped: KeysSkipped[]
  readonly errors: HoldfastError[]
  readonly warnings: Finding[]
}

async function openAll(context: CommandContext, job: string, report: Report): Promise<Destination[]> {
  const open: Destination[] = []
  for (const name of destinationsOf(context, job)) {
    try {
      open.push(await openDestination(context, name, 'write'))
    } catch (error) {
      context.signal.throwIfAborted()
      report.errors.push(errorOfJob(error, job))
    }
  }
  return open
}

async function underLease(
  context: CommandContext,
  job: string,
  options: Omit<RekeyOptions, 'leases'> & RekeyCommandOptions,
  report: Report,
): Promise<void> {
  const open = await openAll(context, job, report)
  const leases = await leaseScope(context, `job~${job}`, await leaseStores(context, open), options.onBusy, {
    job,
  })
  if (leases === undefined) {
    report.skipped.push({ job, status: 'skipped' })
    return
  }
  const held = { ...context, signal: whileHeld(context.signal, leases) }
  try {
    for (const destination of open) {
      try {
        const done = await rekeyJob(held, job, destination, { ...options, leases })
        report.results.push(done.result)
        report.errors.push(...done.errors)
        report.warnings.push(...done.findings)
      } catch (error) {
        held.signal.throwIfAborted()
        report.errors.push(errorOfJob(error, job))
      }
    }
  } finally {
    await releaseAll(leases)
  }
}

/** An old key that is thrown away takes with it what nobody thought of. */
async function tellUntouched(
  context: CommandContext,
  jobs: readonly string[],
  report: Report,
): Promise<void> {
  for (const name of new Set(report.results.map(({ destination }) => destination))) {
    const { points } = await readEntries(context, await openDestination(context, name), undefined, {
      proofs: false,
    })
    const others = new Set(
      points.flatMap(({ job, encrypted, shredded }) =>
        encrypted && !shredded && !jobs.includes(job) ? [job] : [],
      ),
    )
    if (others.size === 0) continue
    const names = [...others].sort().join(', ')
    const finding: Finding = {
      severity: 'info',
      code: 'not-rekeyed',
      message: `${name} holds backups of ${names} as well, whose keys were not touched`,
      hint: `Run \`holdfast rekey ${[...others].sort().join(' ')}\` before an identity that opens them is thrown away.`,
    }
    tell(context, finding)
    report.warnings.push(finding)
  }
}

/**
 * `holdfast rekey [jobs…]`: every backup, at every destination of its job, gets a wrap for the configured recipients and
 * one for the passphrase, where it lacks them. With `dropOld` the others go, once an identity of the recipients has
 * opened the new one. Run again it goes on where it stopped. Errors: `rekey-unproven`, `identity-wrong`, `busy` …
 */
export async function rekey(
  context: CommandContext,
  named: readonly string[],
  options: RekeyCommandOptions,
): Promise<Outcome> {
  const jobs = named.length > 0 ? [...new Set(named)] : await knownJobs(context)
  context.config.prepare({
    jobs: jobs.filter((job) => context.config.jobNames.includes(job)),
    ...(context.onlyDestinations.length > 0 && { destinations: context.onlyDestinations }),
    parts: ['destinations', 'encryption', 'identity', 'trust'],
  })
  const keys = await rekeyKeys(context, options.dropOld)
  if (options.dropOld) {
    await context.confirm(
      `Whoever holds only an old identity will open no backup of ${jobs.join(', ')} any more. Drop every wrapped key that is not for the configured recipients, once the new one has been opened?`,
    )
  }
  const remembered = await rememberedWraps(context, keys.recipients)
  const report: Report = { results: [], skipped: [], errors: [], warnings: [] }
  for (const job of jobs) {
    try {
      await underLease(context, job, { ...options, keys, remembered }, report)
    } catch (error) {
      report.errors.push(errorOfJob(error, job))
      if (context.signal.aborted) break
    }
  }
  const { results, errors, warnings } = report
  if (
    results.length > 0 &&
    results.every(({ backups, unencrypted, shredded }) => backups + unencrypted + shredded === 0)
  ) {
    errors.push(
      new HoldfastError('backup-not-found', `there is no backup of ${jobs.join(', ')}`, {
        hint: 'Run `holdfast list` to see the jobs there are.',
      }),
    )
  }
  if (!context.signal.aborted) {
    await tellUntouched(context, jobs, report).catch((error) => {
      errors.push(asHoldfastError(error))
    })
  }
  const succeeded = results.reduce((sum, { backups, failed }) => sum + backups - failed, 0)
  return { results: [...results, ...report.skipped], warnings, errors, exitCode: exitOf(errors, succeeded) }
}
