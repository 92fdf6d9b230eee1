import { HoldfastError } from '../../errors/error.ts'
import { systemClock } from '../../process/clock.ts'

const exitAfter = 7_000
/** A process group and its launcher may both pass one signal on: these are the same one. */
const sameSignal = 1_000

const stops = {
  interrupted: { exit: 130, code: 'interrupted' },
  terminated: { exit: 143, code: 'terminated' },
} as const

/**
 * Turns SIGINT, SIGTERM, SIGHUP and the death of the launcher into one abort; a second signal ends the process at once.
 * Runners kill 7.5 s after the signal, so whatever has not unwound after 7 s is left behind: a run that died leaves
 * garbage, never half a backup.
 */
export function interruptible(): AbortController {
  const controller = new AbortController()
  let since: number | undefined
  const stop = (how: keyof typeof stops, name: string) => {
    const { exit, code } = stops[how]
    const now = systemClock.monotonic()
    if (since !== undefined) {
      if (now - since > sameSignal) process.exit(exit)
      return
    }
    since = now
    controller.abort(
      new HoldfastError(code, `stopped by ${name}`, {
        hint: 'Nothing half-written is listed. Run the same command again.',
      }),
    )
    systemClock.sleep(exitAfter).then(() => process.exit(exit))
  }
  process.on('SIGINT', () => stop('interrupted', 'SIGINT'))
  process.on('SIGTERM', () => stop('terminated', 'SIGTERM'))
  process.on('SIGHUP', () => stop('terminated', 'SIGHUP'))
  if (process.env.HOLDFAST_STUB === '1' && process.channel) {
    process.on('disconnect', () => stop('terminated', 'the end of its launcher'))
    process.channel.unref()
  }
  return controller
}
