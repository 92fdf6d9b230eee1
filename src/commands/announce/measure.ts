import { maskSecrets } from '../../domain/secret.ts'
import { pushMetrics } from '../../report/metrics/pushgateway.ts'
import type { Sample } from '../../report/metrics/sample.ts'
import { writeTextfile } from '../../report/metrics/textfile.ts'
import { type CommandContext, tell } from '../context.ts'
import { asHoldfastError } from '../outcome.ts'

/** Writes a job's numbers where `metrics:` says. What goes wrong is a warning. */
export async function measure(
  context: CommandContext,
  job: string,
  samples: readonly Sample[],
  limit: number,
): Promise<void> {
  if (samples.length === 0) return
  const attempt = async (work: () => Promise<void>) => {
    try {
      await work()
    } catch (thrown) {
      const late = (thrown as Error).name === 'TimeoutError'
      const error = asHoldfastError(thrown)
      const why = late ? `the push gateway did not answer within ${limit / 1000} s` : error.message
      const finding = {
        severity: 'warning',
        code: 'notification-failed',
        message: maskSecrets(`the metrics of ${job} are not up to date: ${why}`),
        hint: late || error.hint === undefined ? 'Look at metrics: of the configuration.' : error.hint,
      } as const
      tell(context, finding, job)
    }
  }
  await attempt(async () => {
    const { textfile, pushgateway } = context.config.metrics()
    const { environment } = context
    if (textfile !== undefined) await attempt(() => writeTextfile(textfile, samples))
    if (pushgateway === undefined) return
    await pushMetrics(pushgateway, job, samples, { signal: AbortSignal.timeout(limit), environment })
  })
}
