import { HoldfastError } from '../errors/error.ts'
import { didYouMean } from './nearest.ts'

const counts = ['last', 'hourly', 'daily', 'weekly', 'monthly', 'yearly']

/**
 * Retention from one text: `daily=7 weekly=4 within=30d` (or one a line, or with commas) as the keys of `retention:`.
 * Errors: `usage`.
 */
export function parseKeep(text: string): Readonly<Record<string, number | string>> {
  const rules: Record<string, number | string> = {}
  for (const item of text.split(/[\s,]+/).filter((part) => part !== '')) {
    const [, name = item, value = ''] = /^([\w-]+)=(.+)$/.exec(item) ?? []
    const short = name.replace(/^keep-/, '')
    const hint = 'Write for example daily=7 weekly=4 monthly=6, or within=30d.'
    if (short !== 'within' && !counts.includes(short)) {
      throw new HoldfastError(
        'usage',
        `${item} is no rule of retention${didYouMean(short, [...counts, 'within'])}`,
        { hint },
      )
    }
    if (short !== 'within' && !/^\d+$/.test(value)) {
      throw new HoldfastError('usage', `${item} needs a whole number`, { hint })
    }
    rules[`keep-${short}`] = short === 'within' ? value : Number(value)
  }
  return rules
}
