const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉']

/** A bar of exactly `width` cells, filled to `ratio` in steps of an eighth of a cell: `█████▍░░░░`. */
export function ratioBar(ratio: number, width: number): string {
  const steps = Math.round(Math.min(1, Math.max(0, ratio || 0)) * width * 8)
  const full = Math.floor(steps / 8)
  const part = eighths[steps % 8] ?? ''
  return '█'.repeat(full) + part + '░'.repeat(width - full - part.length)
}
