import { describe, expect, it } from 'vitest'
import { renderTemplate, templateKey, templatePattern } from '../../src/config/config.ts'

const words = { job: 'home', basename: 'My Data' }
const pattern = (text: string) => templatePattern(text, words)

describe('the names that a template makes over time', () => {
  it('are those of its own, and of nobody else', () => {
    const found = pattern('{job}_{time:YYYYMMDDHHMMSS}.tgz')
    expect(found?.prefix).toBe('home_')
    expect(found?.matches('home_20261126021500.tgz')).toBe(true)
    for (const key of [
      'home_2026112602150.tgz',
      'home_20261126021500.tgz.bak',
      'xhome_20261126021500.tgz',
      'home_20261126021500xtgz',
      'work_20261126021500.tgz',
      'a/home_20261126021500.tgz',
    ]) {
      expect([key, found?.matches(key)]).toEqual([key, false])
    }
  })

  it('match what the template is filled in to, whatever is in it', () => {
    for (const text of [
      '{basename}_{time:YYYYMMDDHHMMSS}.tgz',
      'site (old)/{tier}/{job}+{time:YYYY-MM-DD}[1].tgz',
      'x{level}/{tag}.{time:DD}',
      '{time:YYYY}/{time:MM}/{job}',
    ]) {
      const all = { ...words, tier: 'daily', level: '0', tag: 'release-1' }
      const now = new Date('2026-11-26T02:15:00Z')
      const key = templateKey(renderTemplate(text, { words: all, now, timezone: 'UTC' }))
      const found = pattern(text)
      expect([text, found?.matches(key), key.startsWith(found?.prefix ?? '?')]).toEqual([text, true, true])
    }
  })

  it('are spelled as others spell them, too', () => {
    const found = pattern('{basename}_{time:YYYY}.tgz')
    expect(found?.prefix).toBe('My')
    expect(found?.matches('My Data_2026.tgz')).toBe(true)
    expect(found?.matches('My%20Data_2026.tgz')).toBe(true)
  })

  it('are no series without a time, and unknown where a word is', () => {
    expect(pattern('{job}.tgz')).toBeUndefined()
    expect(pattern('{database}_{time:YYYY}.sql.gz')).toBeUndefined()
    expect(pattern('{id}_{time:YYYY}')).toBeUndefined()
    expect(templatePattern('{basename}_{time:YYYY}', { job: 'x' })).toBeUndefined()
    const any = templatePattern('{basename}_{job}.tgz', { job: 'x' }, { anyWord: true })
    expect([any?.matches('a b_x.tgz'), any?.matches('a_y.tgz')]).toEqual([true, false])
  })
})
