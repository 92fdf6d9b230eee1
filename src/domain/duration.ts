const units: Readonly<Record<string, number>> = {
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 7 * 86_400_000,
}

/**
 * Milliseconds of a duration such as `60s`, `15m`, `24h`, `30d` or `12w`. Days are 24 hours here; calendar rules
 * are the business of retention. Undefined for anything else: a bare number has no unit and is refused.
 */
export function parseDuration(text: string): number | undefined {
  const match = /^(\d+)([smhdw])$/.exec(text)
  const unit = match && units[match[2] ?? '']
  if (!unit) return undefined
  const milliseconds = Number(match[1]) * unit
  return Number.isSafeInteger(milliseconds) ? milliseconds : undefined
}
