import { HoldfastError } from '../../errors/error.ts'

const exitAfter = 7_000

/**
 * Turns SIGINT, SIGTERM, SIGHUP and the death of the launcher into one abort. Runners kill 7.5 s after the signal, so
 * whatever has not unwound after 7 s is left behind: a run that died leaves garbage, never half a backup.
 */
export function interruptible(): AbortController {
  const controller = new AbortController()
  const stop = (code: 'interrupted' | 'terminated', name: string) => {
    if (controller.signal.aborted) process.exit(code === 'interrupted' ? 130 : 143)
    controller.abort(
      new HoldfastError(code, `stopped by ${name}`, {
        hint: 'Nothing half-written is listed. Run the same command again.',
      }),
    )
    setTimeout(() => process.exit(code === 'interrupted' ? 130 : 143), exitAfter).unref()
  }
  process.on('SIGINT', () => stop('interrupted', 'SIGINT'))
  process.on('SIGTERM', () => stop('terminated', 'SIGTERM'))
  process.on('SIGHUP', () => stop('terminated', 'SIGHUP'))
  if (process.env.HOLDFAST_STUB === '1' && process.channel !== undefined) {
    process.on('disconnect', () => stop('terminated', 'the end of its launcher'))
    process.channel?.unref()
  }
  return controller
}
