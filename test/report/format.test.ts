import { describe, expect, it } from 'vitest'
import { ratioBar } from '../../src/report/bars.ts'
import { formatBytes, formatCount, formatPercent, formatRate, plural } from '../../src/report/bytes.ts'
import { formatAge, formatDuration, formatSpan } from '../../src/report/duration.ts'
import { printable, printableLines } from '../../src/report/printable.ts'
import { createStyle } from '../../src/report/style.ts'
import { renderTable } from '../../src/report/table.ts'
import { displayWidth, pad, truncate, wrap } from '../../src/report/width.ts'

const hour = 3_600_000

describe('numbers', () => {
  it.each([
    [0, '0 B'],
    [1, '1 B'],
    [1023, '1023 B'],
    [1024, '1.0 KiB'],
    [1536, '1.5 KiB'],
    [1024 * 99.94, '99.9 KiB'],
    [1024 * 99.96, '100 KiB'],
    [1024 * 1023.4, '1023 KiB'],
    [1024 * 1023.6, '1.0 MiB'],
    [2 ** 60, '1024 PiB'],
    [-1536, '-1.5 KiB'],
  ])('formatBytes(%d) is %s', (bytes, text) => expect(formatBytes(bytes)).toBe(text))

  it.each([
    [0, '0.0 s'],
    [-5, '0.0 s'],
    [850, '0.8 s'],
    [9949, '9.9 s'],
    [9950, '10 s'],
    [59_499, '59 s'],
    [59_500, '1 min 00 s'],
    [125_000, '2 min 05 s'],
    [3_599_600, '1 h 00 min'],
    [4_320_000, '1 h 12 min'],
    [86_399_999, '1 d 0 h'],
    [76 * hour, '3 d 4 h'],
  ])('formatDuration(%d) is %s', (milliseconds, text) => expect(formatDuration(milliseconds)).toBe(text))
  it.each([
    [7 * 86_400_000, '7 d'],
    [36 * 3_600_000, '36 h'],
    [5_400_000, '90 min'],
    [90_500, '1 min 31 s'],
    [0, '0.0 s'],
  ])('formatSpan(%d) is %s', (milliseconds, text) => expect(formatSpan(milliseconds)).toBe(text))

  it.each([
    [0, 'just now'],
    [59_999, 'just now'],
    [-59_999, 'just now'],
    [60_000, '1 min ago'],
    [3 * hour, '3 h ago'],
    [47.9 * hour, '47 h ago'],
    [48 * hour, '2 d ago'],
    [-2.5 * hour, 'in 2 h'],
  ])('formatAge(%d) is %s', (milliseconds, text) => expect(formatAge(milliseconds)).toBe(text))

  it.each([
    [0, '0 %'],
    [0.001, '<1 %'],
    [0.5, '50 %'],
    [0.999, '>99 %'],
    [1, '100 %'],
    [1.3, '130 %'],
  ])('formatPercent(%d) is %s', (ratio, text) => expect(formatPercent(ratio)).toBe(text))

  it('counts, pluralises and rates', () => {
    expect([formatCount(0), formatCount(999), formatCount(1000), formatCount(1_234_567)]).toEqual([
      '0',
      '999',
      '1,000',
      '1,234,567',
    ])
    expect([plural(1, 'file'), plural(0, 'file'), plural(2, 'copy', 'copies')]).toEqual([
      '1 file',
      '0 files',
      '2 copies',
    ])
    expect([formatRate(2048, 1000), formatRate(1, 0)]).toEqual(['2.0 KiB/s', '-'])
  })
})

describe('ratioBar', () => {
  it.each([
    [0, '░░░░'],
    [0.25, '█░░░'],
    [0.5625, '██▎░'],
    [0.999, '████'],
    [2, '████'],
    [-1, '░░░░'],
    [Number.NaN, '░░░░'],
  ])('%d', (ratio, bar) => expect(ratioBar(ratio, 4)).toBe(bar))
})

describe('text', () => {
  it.each([
    ['plain', 5],
    ['日本', 4],
    ['é', 1],
    ['e\u0301', 1],
    ['👩‍👩‍👧', 2],
    ['\x1b[31mred\x1b[39m', 3],
    ['한국', 4],
    ['', 0],
  ])('displayWidth(%s) is %d', (text, width) => expect(displayWidth(text)).toBe(width))

  it('cuts between characters, never within a wide one', () => {
    expect([truncate('abcdef', 4), truncate('日本語', 4), truncate('日本語', 6), truncate('abc', 0)]).toEqual(
      ['abc…', '日…', '日本語', ''],
    )
  })

  it('fills to the left and right', () => {
    expect([pad('日', 4), pad('7', 3, 'right'), pad('long', 2)]).toEqual(['日  ', '  7', 'long'])
  })

  it('wraps words and leaves a long one whole', () => {
    expect(wrap('a bb ccc extraordinary d', 6)).toEqual(['a bb', 'ccc', 'extraordinary', 'd'])
  })

  it('shows control characters and marks that reorder a line', () => {
    expect(printable('a\x1b[2J\nb\u202ec\u009b')).toBe('a\\x1b[2J\\x0ab\\u202ec\\x9b')
    expect(printableLines('a\r\nb\tc\x07')).toEqual(['a', 'b  c\\x07'])
  })
})

describe('renderTable', () => {
  const style = createStyle(false)
  const columns = [
    { title: 'name', shrinkTo: 4 },
    { title: 'note', drop: 1 },
    { title: 'empty' },
    { title: 'size', align: 'right' as const },
  ]
  const rows = [
    ['alpha-beta-gamma', 'x', '', '1'],
    ['日本', 'long note', '', '1,204'],
  ]

  it('aligns numbers to the right and leaves out what is empty', () => {
    expect(renderTable(columns, rows, { style })).toBe(
      [
        'name              note        size',
        'alpha-beta-gamma  x              1',
        '日本              long note  1,204',
      ].join('\n'),
    )
  })

  it('first drops, then cuts, and never cuts numbers', () => {
    expect(renderTable(columns, rows, { style, width: 24 })).toBe(
      ['name               size', 'alpha-beta-gamma      1', '日本              1,204'].join('\n'),
    )
    expect(renderTable(columns, rows, { style, width: 12 })).toBe(
      ['name    size', 'alph…      1', '日本   1,204'].join('\n'),
    )
    expect(renderTable(columns, rows, { style, width: 3 })).toContain('1,204')
  })

  it('paints after filling, so that colours do not shift columns', () => {
    const red = { text: 'a', paint: (text: string) => `<${text}>` }
    expect(renderTable([{ title: 'xx' }, { title: 'y' }], [[red, 'b']], { style, indent: 1 })).toBe(
      ' xx  y\n <a >  b',
    )
  })
})
