import { html, type Markup } from './markup.ts'

const height = 28
const step = 7
const bar = 5

/**
 * Bars, oldest first, as high as each number is against the greatest; every one says its figure. Nothing for fewer than
 * two: one bar says nothing.
 */
export function bars(
  numbers: readonly number[],
  what: string,
  format: (number: number) => string,
): Markup | undefined {
  const last = numbers.at(-1)
  if (last === undefined || numbers.length < 2) return undefined
  const greatest = Math.max(...numbers, 1e-9)
  const width = numbers.length * step - (step - bar)
  const each = numbers.map((number, index) => {
    const tall = Math.max(1, Math.round((number / greatest) * height))
    return html`<rect x="${index * step}" y="${height - tall}" width="${bar}" height="${tall}"><title>${format(number)}</title></rect>`
  })
  const label = `${what} of the last ${numbers.length}, from ${format(Math.min(...numbers))} to ${format(greatest)}, last ${format(last)}`
  return html`<svg class="bars" role="img" aria-label="${label}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${each}</svg>`
}
