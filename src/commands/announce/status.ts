import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { HoldfastError } from '../../errors/error.ts'
import { formatAge } from '../../report/duration.ts'
import type { Sample } from '../../report/metrics/sample.ts'
import type { StatusResult } from '../../report/results.ts'
import type { CommandContext } from '../context.ts'
import { openBell } from './bell.ts'

/** What was told is told again after this time; `status` may run every few minutes. */
const again = 24 * 3_600_000

function samplesOf(results: readonly StatusResult[], isBad: (state: string) => boolean): Sample[] {
  return results.flatMap(({ job, destination, state, age, proofAge }) => {
    const labels = { backup_job: job, destination }
    return [
      { name: 'holdfast_status_good', labels, value: isBad(state) ? 0 : 1 },
      ...(age === null ? [] : [{ name: 'holdfast_status_backup_age_seconds' as const, labels, value: age }]),
      ...(proofAge === null
        ? []
        : [{ name: 'holdfast_status_proof_age_seconds' as const, labels, value: proofAge }]),
    ] satisfies Sample[]
  })
}

/** Whether this very state of a job was not told of lately on this host; remembers it. */
async function isNews(context: CommandContext, job: string, states: string): Promise<boolean> {
  const file = join(context.stateDirectory, 'told', `${job}.json`)
  const now = context.clock.now().getTime()
  try {
    const told = JSON.parse(await readFile(file, 'utf8')) as { states?: string; time?: number }
    if (told.states === states && now - (told.time ?? 0) < again && states !== '') return false
    if (told.states === '' && states === '') return false
  } catch {
    // Never told, or what remembers it is damaged: once too often is better than never.
  }
  try {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 })
    await writeFile(file, JSON.stringify({ states, time: now }), { mode: 0o600 })
  } catch {
    // Then it is told each time.
  }
  return states !== ''
}

function errorOf({ job, destination, state, age, reason }: StatusResult): HoldfastError {
  const last =
    reason ?? (age === null ? 'there is no backup' : `the last backup is from ${formatAge(age * 1000)}`)
  return new HoldfastError('stale', `${job} at ${destination} is ${state}: ${last}`, {
    hint: 'Run `holdfast backup` for what is stale or missing, `holdfast drill` for what is unproven.',
  })
}

/**
 * Tells of one job that is not as it should be: `proof-failed`, else `stale`. The same state is told once a day by each
 * host. The numbers are written in any case.
 */
export async function announceStatus(
  context: CommandContext,
  job: string,
  results: readonly StatusResult[],
  isBad: (state: string) => boolean,
): Promise<void> {
  const bell = openBell(context, 'status', job)
  const bad = results.filter(({ state }) => isBad(state))
  const states = bad.map(({ destination, state }) => `${destination} ${state}`).join(', ')
  const wanted = bell.hears('stale') || bell.hears('proof-failed')
  const news = wanted && (await isNews(context, job, states))
  await bell.ring({
    occasions: news
      ? [bad.some(({ state }) => state === 'proof-failed') ? ('proof-failed' as const) : ('stale' as const)]
      : [],
    status: bad.length === 0 ? 'success' : 'stale',
    destinations: results.map(({ destination, state }) => ({
      name: destination,
      status: isBad(state) ? state : 'success',
    })),
    errors: bad.map(errorOf),
    samples: samplesOf(results, isBad),
  })
}
