const units = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1000],
] as const

/** A duration as the configuration writes it, in its largest fitting unit, rounded down: `7d`, `36h`, `15m`. */
export function spanText(milliseconds: number): string {
  for (const [unit, size] of units) {
    if (milliseconds >= size && (milliseconds % size === 0 || milliseconds >= 3 * size)) {
      return `${Math.floor(milliseconds / size)}${unit}`
    }
  }
  return `${Math.max(0, Math.floor(milliseconds / 1000))}s`
}
