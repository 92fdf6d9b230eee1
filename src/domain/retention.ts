/** A backup as retention sees it. */
export interface RecoveryPoint {
  readonly id: string
  readonly job: string
  readonly level: number
  readonly parent: string | null
  readonly createdAt: Date
  readonly tags: readonly string[]
  /** Complete, valid (signed by a trusted key where `trust` is set), and nothing unread that is not allowed. */
  readonly valid: boolean
  /** A passed proof counts for it. */
  readonly proven: boolean
  readonly held: boolean
  /** Its keys were destroyed: then it is not valid either. */
  readonly shredded?: boolean
}

/** The `retention:` of a job, parsed; all numbers are counts. */
export interface RetentionRules {
  readonly keepLast?: number
  readonly keepHourly?: number
  readonly keepDaily?: number
  readonly keepWeekly?: number
  readonly keepMonthly?: number
  readonly keepYearly?: number
  /** Milliseconds before the newest valid point. */
  readonly keepWithin?: number
  /** Tag to milliseconds, or for ever. */
  readonly keepTags?: Readonly<Record<string, number | 'forever'>>
  readonly requireProofs: number
  readonly minimum: number
  /** 0 is Sunday. */
  readonly weekDay: number
  /** Day of the month that closes a month; absent: its last day. */
  readonly monthDay?: number
}
