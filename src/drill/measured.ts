/** What of a database's fingerprint is compared over time. */
export interface DatabaseShape {
  readonly database: string
  readonly tables: readonly { readonly name: string; readonly rows: number }[]
  /** Hash of the schema. */
  readonly structure?: string | undefined
}

/** One backup as the rolling comparison sees it. */
export interface Measured {
  readonly id: string
  readonly storedBytes: number
  /** That the backup took. */
  readonly seconds: number
  readonly databases?: readonly DatabaseShape[] | undefined
}

/** The middle value; of an even number the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length / 2
  const [low = 0, high = 0] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]]
  return (low + high) / 2
}
