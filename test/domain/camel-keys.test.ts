import { describe, expect, it } from 'vitest'
import { camelKeys } from '../../src/domain/camel-keys.ts'

describe('camelKeys', () => {
  it('changes the keys of the outermost map only, and leaves out what is undefined', () => {
    const parsed = camelKeys({
      'on-missing-parent': 1,
      plain: { 'in-side': 2 },
      'a-1-b': 3,
      'gone-key': undefined,
    })
    expect(parsed).toEqual({ onMissingParent: 1, plain: { 'in-side': 2 }, a1B: 3 })
    expect(Object.keys(parsed)).not.toContain('goneKey')
  })
})
