import { expect, test } from 'vitest'
import { parseSize } from '../../src/domain/size.ts'

test.each([
  ['0', 0],
  ['1000', 1000],
  ['7B', 7],
  ['4KB', 4000],
  ['4KiB', 4096],
  ['32MiB', 33_554_432],
  ['32 MiB', 33_554_432],
  ['1.5GiB', 1_610_612_736],
  ['0.5KB', 500],
  ['2TB', 2e12],
  ['2TiB', 2 * 2 ** 40],
])('%s is %d bytes', (text, bytes) => {
  expect(parseSize(text)).toBe(bytes)
})

test.each([
  '',
  'MiB',
  '-1',
  '+1',
  '1e3',
  '1,5MB',
  '32Mib',
  '32mib',
  '4kb',
  '4K',
  '1PiB',
  ' 1',
  '1 ',
  '1\n',
  '0x10',
  '1.5',
  '9007199254740993',
  'NaN',
  '.5KB',
  '1.KB',
])('%j is no size', (text) => {
  expect(parseSize(text)).toBeUndefined()
})
