import { describe, expect, it } from 'vitest'
import { lineDiff } from '../../src/report/line-diff.ts'

const numbers = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => `${from + index}`).join('\n')

describe('lineDiff', () => {
  it('is empty for what is alike', () => {
    expect(lineDiff('a\nb\n', 'a\nb\n')).toEqual([])
  })

  it('shows what goes and what comes, with two lines around it', () => {
    const before = numbers(1, 20)
    expect(lineDiff(`${before}\n`, `${before.replace('\n10\n', '\nten\n').replace('\n20', '')}\n`)).toEqual([
      '…',
      '  8',
      '  9',
      '- 10',
      '+ ten',
      '  11',
      '  12',
      '…',
      '  18',
      '  19',
      '- 20',
    ])
  })

  it('shows a whole file that is new or goes', () => {
    expect(lineDiff('', 'a\n\nb\n')).toEqual(['+ a', '+', '+ b'])
    expect(lineDiff('a\nb\n', '')).toEqual(['- a', '- b'])
  })
})
