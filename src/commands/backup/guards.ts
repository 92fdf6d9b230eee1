import type { Finding } from '../../domain/finding.ts'
import { HoldfastError } from '../../errors/error.ts'

export interface Guards {
  readonly minSize?: { readonly limit: number; readonly then: 'warn' | 'fail' }
  /** `limit` is a fraction: 0.1 for 10 %. */
  readonly sizeChange?: { readonly limit: number; readonly then: 'warn' | 'fail' }
}

/** The sizes that the guards look at, in stored bytes; `previous` is the last backup of the same level, format and tags. */
export interface GuardedSizes {
  readonly job: string
  readonly stored: number
  readonly previous?: number
  readonly accepted: boolean
}

function raise(then: 'warn' | 'fail', message: string, hint: string): Finding {
  if (then === 'fail') throw new HoldfastError('backup-too-small', message, { hint })
  return { severity: 'warning', code: 'size-suspicious', message, hint }
}

/** Checks sizes before the manifest is written. Returns warnings; throws `backup-too-small` where the guard says `fail`. */
export function checkGuards(guards: Guards, sizes: GuardedSizes): Finding[] {
  const findings: Finding[] = []
  const { minSize, sizeChange } = guards
  if (minSize !== undefined && sizes.stored < minSize.limit) {
    findings.push(
      raise(
        minSize.then,
        `job ${sizes.job} stored ${sizes.stored} bytes, fewer than the ${minSize.limit} of guards.min-size`,
        'Look whether the source is really that small; if so lower guards.min-size.',
      ),
    )
  }
  if (sizeChange !== undefined && sizes.previous !== undefined && sizes.previous > 0 && !sizes.accepted) {
    const change = Math.abs(sizes.stored - sizes.previous) / sizes.previous
    if (change > sizeChange.limit) {
      const percent = Math.round(change * 100)
      findings.push(
        raise(
          sizeChange.then,
          `job ${sizes.job} stored ${sizes.stored} bytes, ${percent} % off the ${sizes.previous} of the last time`,
          'If the change is wanted run the backup once with --accept-size; else look at the source.',
        ),
      )
    }
  }
  return findings
}
