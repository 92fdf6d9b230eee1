import { type HoldfastError, hasCode } from '../errors/error.ts'
import type { TestResult } from '../report/results.ts'
import type { CommandContext } from './context.ts'
import { asHoldfastError, errorOfJob, exitOf, type Outcome } from './outcome.ts'
import { openers } from './repository/identities.ts'
import type { OnBusy } from './repository/lease.ts'
import { selectJobs } from './repository/select.ts'
import { forgetTest, rememberTest, unfinishedTest } from './test-job/remember.ts'
import { attempt, backUp, readBack, readContents, restoreOnce, type Testing } from './test-job/steps.ts'
import { tidyUp } from './test-job/tidy.ts'

/** Milliseconds for tidying up after an interruption; a runner kills soon after. */
const lastMoments = 5_000

/** Takes the test's own backup away again, also when the run itself was interrupted. */
async function tidy(plain: CommandContext, testing: Testing, job: string, since: Date): Promise<void> {
  const context = plain.signal.aborted ? { ...plain, signal: AbortSignal.timeout(lastMoments) } : plain
  await attempt(context, testing, 'tidy up', async () => {
    const { removed, errors } = await tidyUp(context, job, since)
    const [failure, ...more] = errors
    testing.errors.push(...more)
    if (failure === undefined) await forgetTest(context, job)
    const detail =
      failure?.message ?? (removed.length === 0 ? 'nothing to remove' : `${removed.join(', ')} removed`)
    return { detail, value: removed, ...(failure && { failure }) }
  })
}

async function testOne(
  context: CommandContext,
  job: string,
  onBusy: OnBusy,
): Promise<TestResult & { errors: readonly HoldfastError[] }> {
  const testing: Testing = { steps: [], errors: [] }
  const started = context.clock.monotonic()
  const earlier = await unfinishedTest(context, job)
  const since = context.clock.now()
  await rememberTest(context, job, earlier ?? since)
  let id: string | undefined
  try {
    const made = await backUp(context, testing, job, onBusy)
    id = made?.id
    for (const name of made?.destinations ?? []) {
      if (!context.signal.aborted) await readBack(context, testing, job, made?.id ?? '', name)
    }
    if (id !== undefined && !context.signal.aborted) await readContents(context, testing, id)
    if (id !== undefined && !context.signal.aborted) await restoreOnce(context, testing, id)
  } finally {
    const wasBusy = id === undefined && testing.errors.some((error) => hasCode(error, 'busy'))
    // To tidy up would wait for the other run, and there is nothing.
    if (wasBusy && earlier === undefined) await forgetTest(context, job)
    else await tidy(context, testing, job, earlier ?? since)
  }
  const interrupted = context.signal.aborted ? [asHoldfastError(context.signal.reason)] : testing.errors
  const errors = interrupted.map((error) => errorOfJob(error, job))
  return {
    job,
    ...(id !== undefined && { id }),
    result: errors.length === 0 ? 'passed' : 'failed',
    seconds: (context.clock.monotonic() - started) / 1000,
    steps: testing.steps,
    errors,
  }
}

/**
 * `holdfast test JOB…`: a real backup tagged `test`, read back whole from each destination, decrypted and compared,
 * restored into a throwaway place, and removed again. Exits 5 where it does not restore, else with the status of what
 * failed. Errors before anything is made: `identity-missing`.
 */
export async function testJobs(
  context: CommandContext,
  names: readonly string[],
  { onBusy }: { readonly onBusy: OnBusy },
): Promise<Outcome> {
  const jobs = selectJobs(context, names)
  context.config.prepare({
    jobs,
    ...(context.onlyDestinations.length > 0 && { destinations: context.onlyDestinations }),
    parts: [
      'source',
      'destinations',
      'encryption',
      'state-identity',
      'signing-key',
      'trust',
      'hooks',
      'verify',
    ],
  })
  if (!context.config.encryption().none) await openers(context)
  const results: TestResult[] = []
  const errors: HoldfastError[] = []
  for (const job of jobs) {
    const { errors: own, ...result } = await testOne(context, job, onBusy)
    results.push(result)
    errors.push(...own)
    if (context.signal.aborted) break
  }
  const passed = results.filter(({ result }) => result === 'passed').length
  return { results, warnings: [], errors, exitCode: exitOf(errors, passed) }
}
