import { plural } from './bytes.ts'

/** What of a job's stored objects at a destination was read back within so many days, and what was not. Times are ISO 8601 UTC. */
export interface RereadResult {
  readonly days: number
  /** Every object of every backup that is there. */
  readonly objects: number
  readonly bytes: number
  /** Read back whole within these days. */
  readonly readObjects: number
  readonly readBytes: number
  /** Not read back yet, and no older than these days. */
  readonly newObjects: number
  readonly newBytes: number
  /** Neither read back nor made within these days. */
  readonly overdueObjects: number
  readonly overdueBytes: number
  /** What went unread the longest; null where nothing is stored. */
  readonly oldest: {
    readonly id: string
    readonly key: string
    /** When it was read back last, or made, if it never was. */
    readonly since: string
    readonly everRead: boolean
  } | null
  /** Turns of a rotation (`verify --sample today/m`) that did not come, and of which something is still unread. */
  readonly missed: readonly {
    /** `2026-11-26`, UTC. */
    readonly day: string
    readonly part: number
    readonly of: number
    readonly objects: number
  }[]
  /** When any of it was read back last, by a verification or a drill; null: none is known of. */
  readonly lastReading: string | null
  /** Parts of the rotation that goes on; null: there is none. */
  readonly rotation: number | null
}

/** `812 of 840, 3 overdue, 1 day missed`: objects read back. */
export function rereadText({ objects, readObjects, overdueObjects, missed }: RereadResult): string {
  const overdue = overdueObjects > 0 ? `, ${overdueObjects} overdue` : ''
  return `${readObjects} of ${objects}${overdue}${missed.length > 0 ? `, ${plural(missed.length, 'day')} missed` : ''}`
}

/** The turns that did not come: `2026-12-17 (part 17 of 30, 3 objects)`, the newest ones first. */
export function missedText({ missed }: RereadResult, most: number): string {
  const shown = missed.toReversed().slice(0, most)
  const days = shown.map(
    ({ day, part, of, objects }) => `${day} (part ${part} of ${of}, ${plural(objects, 'object')})`,
  )
  return `${days.join(', ')}${missed.length > most ? ` and ${missed.length - most} more` : ''}`
}

/** Whether each object was read back, or made, within the days: the question of an auditor. */
export function isAllReread({ objects, overdueObjects }: RereadResult): boolean {
  return objects > 0 && overdueObjects === 0
}
