import type { Clock } from '../../domain/clock.ts'
import type { Finding } from '../../domain/finding.ts'
import { HoldfastError } from '../../errors/error.ts'
import { fixedClock, systemClock } from '../../process/clock.ts'

/** The clock of this run: HOLDFAST_NOW replaces the wall clock. Errors: `usage` for a text that is no time. */
export function clockOf(environment: NodeJS.ProcessEnv): { clock: Clock; rehearsal: boolean } {
  const { HOLDFAST_NOW: text } = environment
  if (text === undefined || text === '') return { clock: systemClock, rehearsal: false }
  const now = new Date(text)
  if (Number.isNaN(now.getTime())) {
    throw new HoldfastError('usage', `HOLDFAST_NOW is ${text}, which is no ISO time`, {
      hint: 'Write it as in 2026-12-31T23:00:00Z, or unset it.',
    })
  }
  return { clock: fixedClock(now), rehearsal: true }
}

/** Says that the wall clock is not the real one. */
export function rehearsalNote(clock: Clock): Finding {
  return {
    severity: 'info',
    code: 'rehearsal',
    message: `HOLDFAST_NOW is set: this runs as if it were ${clock.now().toISOString()}`,
  }
}
