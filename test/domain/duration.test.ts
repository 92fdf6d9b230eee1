import { expect, test } from 'vitest'
import { parseDuration } from '../../src/domain/duration.ts'

test.each([
  ['0s', 0],
  ['60s', 60_000],
  ['15m', 900_000],
  ['24h', 86_400_000],
  ['30d', 2_592_000_000],
  ['12w', 7_257_600_000],
])('%s is %d ms', (text, milliseconds) => {
  expect(parseDuration(text)).toBe(milliseconds)
})

test.each(['', '24', 'h', '1.5h', '-1h', '24H', '24 h', '1h30m', '1y', '1M', '24h\n', '99999999999999w'])(
  '%j is no duration',
  (text) => {
    expect(parseDuration(text)).toBeUndefined()
  },
)
