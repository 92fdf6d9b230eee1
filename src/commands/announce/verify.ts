import type { HoldfastError } from '../../errors/error.ts'
import { statusOf } from '../../report/document.ts'
import type { Sample } from '../../report/metrics/sample.ts'
import type { Occasion } from '../../report/notifiers/notice.ts'
import type { VerifyResult } from '../../report/results.ts'
import { exitOf } from '../outcome.ts'
import { type Bell, isOdd } from './bell.ts'

function occasionOf(results: readonly VerifyResult[], errors: readonly HoldfastError[]): Occasion {
  if (
    results.some(({ result }) => result === 'failed') ||
    errors.some(({ exitStatus }) => exitStatus === 5)
  ) {
    return 'proof-failed'
  }
  return errors.length > 0 ? 'failure' : 'success'
}

function samplesOf(now: Date, results: readonly VerifyResult[]): Sample[] {
  const seconds = Math.round(now.getTime() / 1000)
  return results.flatMap(({ job, destination, depth, result, rtoSeconds }) => {
    const labels = { backup_job: job, destination, depth }
    return [
      { name: 'holdfast_verify_success', labels, value: result === 'passed' ? 1 : 0 },
      { name: 'holdfast_verify_timestamp_seconds', labels, value: seconds },
      ...(rtoSeconds === undefined
        ? []
        : [{ name: 'holdfast_verify_rto_seconds' as const, labels, value: rtoSeconds }]),
    ] satisfies Sample[]
  })
}

/** Tells how the backups of one job stood a verification. Of several, the bad ones are named. */
export async function announceVerify(
  bell: Bell,
  results: readonly VerifyResult[],
  errors: readonly HoldfastError[],
): Promise<void> {
  if (results.length === 0 && errors.length === 0) return
  const bad = results.filter(({ result }) => result !== 'passed')
  const [first] = bad.length > 0 ? bad : results
  const seconds = results.reduce((sum, { rtoSeconds = 0 }) => sum + rtoSeconds, 0)
  const anomalies = results.flatMap((each) => each.anomalies ?? [])
  const recovered = results.some((each) => each.recovered === true)
  await bell.ring({
    occasions: [
      occasionOf(results, errors),
      ...(recovered ? (['recovery'] as const) : []),
      ...(isOdd(anomalies) ? (['anomaly'] as const) : []),
    ],
    warnings: anomalies,
    status: statusOf(exitOf(errors, results.length)),
    ...(first && { job: first.job, id: first.id }),
    ...(seconds > 0 && { seconds }),
    destinations: [...new Set(results.map(({ destination }) => destination))].map((name) => ({
      name,
      status: bad.some(({ destination }) => destination === name) ? 'failed' : 'success',
    })),
    facts: [
      ...(first === undefined ? [] : [['Depth', first.depth] as const]),
      ['Passed', `${results.length - bad.length} of ${results.length}`],
    ],
    errors,
    samples: samplesOf(bell.context.clock.now(), results),
  })
}
