import { describe, expect, it } from 'vitest'
import { nearest } from '../../src/config/nearest.ts'

const keys = ['keep-last', 'keep-daily', 'keep-weekly', 'keep-monthly', 'minimum', 'to', 'every']

describe('the nearest name', () => {
  it.each([
    ['keep-dialy', 'keep-daily'],
    ['keep_daily', 'keep-daily'],
    ['keepDaily', 'keep-daily'],
    ['Keep-Weekly', 'keep-weekly'],
    ['keep-montly', 'keep-monthly'],
    ['min', 'minimum'],
    ['evry', 'every'],
    ['two', 'to'],
  ])('to %s is %s', (text, expected) => {
    expect(nearest(text, keys)).toBe(expected)
  })

  it.each(['', 'x', 'compression', 'zz', 'notify'])('to %j is none', (text) => {
    expect(nearest(text, keys)).toBeUndefined()
  })

  it('is the first of several that are equally near', () => {
    expect(nearest('bd', ['ab', 'bb', 'bc'])).toBe('bb')
  })
})
