import type { Finding } from '../../domain/finding.ts'
import { HoldfastError } from '../../errors/error.ts'
import type { FailedDestination } from '../repository/destination.ts'
import type { Base } from './base.ts'
import type { JobReport } from './options.ts'
import type { Unread } from './unread.ts'

export interface RunFacts {
  readonly job: string
  readonly id: string
  readonly level: number
  readonly parent: string | null
  readonly committed: readonly string[]
  readonly failed: readonly FailedDestination[]
  readonly sent: ReadonlyMap<string, number>
  readonly sourceBytes: number
  readonly storedBytes: number
  readonly files?: number
  readonly unread: Unread
  readonly seconds: number
  readonly previousStoredBytes: readonly number[]
  readonly warnings: readonly Finding[]
}

/** Why a destination got nothing of an increment. */
export function lacksParent(name: string, base: Base): FailedDestination {
  const parent = base.parent?.entry.id ?? ''
  return {
    name,
    error: new HoldfastError(
      'parent-missing',
      `destination ${name} lacks the parent ${parent} and got nothing`,
      {
        hint: 'Copy what it lacks with `holdfast sync`; with `on-missing-parent: full` in the job the run would be a full one.',
        context: { destination: name, parent },
      },
    ),
  }
}

/** A destination that only passes backups on has let the parent go, as it was told to; the others have it. */
export function leftOut(name: string, base: Base): Finding {
  return {
    severity: 'info',
    code: 'passed-over',
    message: `${name} keeps nothing once the others have it, and got nothing of this increment of ${base.parent?.entry.id ?? ''}`,
  }
}

function unreadError(job: string, count: number): HoldfastError {
  const paths = count === 1 ? '1 path' : `${count} paths`
  return new HoldfastError('unread-partly', `${paths} of job ${job} could not be read`, {
    hint: 'Give the runner the right to read them (see `holdfast doctor`), exclude them, or list them under allow-unread.',
    context: { job, unread: count },
  })
}

/** The result of a run that was committed somewhere, and the errors that make it a partial one. */
export function reportOf(facts: RunFacts): JobReport {
  const { job, committed, failed, sent, storedBytes, unread, files } = facts
  const errors = failed.map(
    ({ name, error }) =>
      new HoldfastError('destination-failed', `destination ${name} failed: ${error.message}`, {
        ...(error.hint === undefined ? {} : { hint: error.hint }),
        context: { ...error.context, destination: name, code: error.code },
        cause: error,
      }),
  )
  // A source that was told to only warn of unread paths says so with a warning; the backup counts as little.
  const isPartial = facts.warnings.some(
    ({ code, severity }) => code === 'unread-paths' && severity === 'error',
  )
  if (unread.refused.length > 0 && isPartial) errors.push(unreadError(job, unread.refused.length))
  return {
    result: {
      job,
      status: errors.length === 0 ? 'success' : 'partial',
      id: facts.id,
      level: facts.level,
      parent: facts.parent,
      destinations: [
        ...committed.map((name) => ({
          name,
          status: 'success' as const,
          storedBytes,
          sentBytes: sent.get(name) ?? 0,
        })),
        ...failed.map(({ name }) => ({
          name,
          status: 'failed' as const,
          storedBytes: 0,
          sentBytes: sent.get(name) ?? 0,
        })),
      ],
      sourceBytes: facts.sourceBytes,
      storedBytes,
      ...(files === undefined ? {} : { files }),
      unread: unread.refused.length,
      seconds: facts.seconds,
      previousStoredBytes: facts.previousStoredBytes,
      warnings: facts.warnings,
    },
    errors,
  }
}
