const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB']

function digits(value: number): string {
  return value < 99.95 ? value.toFixed(1) : String(Math.round(value))
}

/** Bytes for people, in powers of 1024 and about three digits: `0 B`, `1.5 KiB`, `310 MiB`. */
export function formatBytes(bytes: number): string {
  const sign = bytes < 0 ? '-' : ''
  let value = Math.abs(bytes)
  let unit = 0
  // 1023.95 would round to 1024: it is shown as 1.0 of the next unit.
  while (value >= (unit === 0 ? 1024 : 1023.5) && unit < units.length - 1) {
    value /= 1024
    unit += 1
  }
  return `${sign}${unit === 0 ? Math.round(value) : digits(value)} ${units[unit]}`
}

/** Bytes a second; `-` where no time has passed. */
export function formatRate(bytes: number, milliseconds: number): string {
  return milliseconds > 0 ? `${formatBytes((bytes / milliseconds) * 1000)}/s` : '-'
}

/** A count with thousands separated: `1,204`. */
export function formatCount(count: number): string {
  return Math.round(count)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, ',')
}

/** `1 file`, `1,204 files`. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`
}

/** A share of the whole: `25 %`; `<1 %` and `>99 %` where rounding would claim nothing or all. */
export function formatPercent(ratio: number): string {
  if (ratio > 0 && ratio < 0.01) return '<1 %'
  if (ratio < 1 && ratio > 0.99) return '>99 %'
  return `${Math.round(ratio * 100)} %`
}
