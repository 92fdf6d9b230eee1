const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉']
const heights = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█']

/** A bar of exactly `width` cells, filled to `ratio` in steps of an eighth of a cell: `█████▍░░░░`. */
export function ratioBar(ratio: number, width: number): string {
  const steps = Math.round(Math.min(1, Math.max(0, ratio || 0)) * width * 8)
  const full = Math.floor(steps / 8)
  const part = eighths[steps % 8] ?? ''
  return '█'.repeat(full) + part + '░'.repeat(width - full - part.length)
}

/** One cell a number, as high as it is against the greatest: `▂▃▅█`. Nothing for a single one: it says nothing. */
export function sparkline(numbers: readonly number[]): string {
  if (numbers.length < 2) return ''
  const greatest = Math.max(...numbers, 0)
  const cell = (number: number) =>
    heights[greatest > 0 ? Math.min(7, Math.floor((number / greatest) * 8)) : 0] ?? ''
  return numbers.map(cell).join('')
}
