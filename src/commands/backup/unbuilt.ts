import { type CommandContext, tell } from '../context.ts'

/** Says what the configuration asks for and this version does not do: nobody must believe to be told of failures. */
export function tellUnbuilt(context: CommandContext, jobs: readonly string[]): void {
  const { config } = context
  for (const job of jobs) {
    const { notify } = config.job(job)
    if (notify.length === 0) continue
    tell(
      context,
      {
        severity: 'warning',
        code: 'not-built',
        message: `notifiers are not built in this version: ${notify.join(', ')} will not hear of this run`,
        hint: 'Watch `holdfast status`, which exits 4 when a job is stale, or use hooks.on-failure.',
      },
      job,
    )
  }
  const { textfile, pushgateway } = config.metrics()
  if (textfile === undefined && pushgateway === undefined) return
  tell(context, {
    severity: 'warning',
    code: 'not-built',
    message: 'metrics are not built in this version: none are written',
    hint: 'Read the numbers from `holdfast status --json`.',
  })
}
