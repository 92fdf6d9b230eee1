import type { RecoveryPoint, RetentionRules } from '../../src/domain/retention.ts'

/** One row of a golden table. Points are lines: `id time [Ln] [<parent] [#tag] [proven] [held] [invalid]`. */
export interface GoldenCase {
  readonly name: string
  readonly timezone?: string
  readonly now?: string
  readonly storeNow?: string
  readonly rules?: Partial<RetentionRules>
  readonly points: readonly string[]
  readonly elsewhere?: readonly string[]
  readonly awaited?: Readonly<Record<string, string[]>>
  readonly failedDrill?: { readonly id: string; readonly finishedAt: string }
  /** Reasons by id, newest first. */
  readonly keep: Readonly<Record<string, string>>
  readonly delete: Readonly<Record<string, string>>
  readonly note?: string
  readonly refused?: string
  readonly findings?: readonly string[]
}

export function parsePoint(line: string): RecoveryPoint {
  const [id = '', time = '', ...flags] = line.split(' ')
  const parent = flags.find((flag) => flag.startsWith('<'))?.slice(1) ?? null
  const level = flags.find((flag) => /^L\d$/.test(flag))
  return {
    id,
    job: 'app',
    parent,
    level: level ? Number(level.slice(1)) : parent === null ? 0 : 1,
    createdAt: new Date(time),
    tags: flags.filter((flag) => flag.startsWith('#')).map((flag) => flag.slice(1)),
    valid: !flags.includes('invalid'),
    proven: flags.includes('proven'),
    held: flags.includes('held'),
  }
}

export function rulesOf(partial: Partial<RetentionRules> | undefined): RetentionRules | undefined {
  return partial && { requireProofs: 0, minimum: 1, weekDay: 0, ...partial }
}
