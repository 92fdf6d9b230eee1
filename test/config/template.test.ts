import { describe, expect, it } from 'vitest'
import { renderTemplate } from '../../src/config/config.ts'
import { invalidTemplate } from '../../src/config/template.ts'
import { errorOf } from './support.ts'

const now = new Date('2026-03-29T00:59:08Z')
const render = (text: string, timezone = 'UTC', moment = now) =>
  renderTemplate(text, {
    words: { basename: 'home', job: 'home-job', tier: 'daily', tag: '' },
    now: moment,
    timezone,
  })

describe('a template', () => {
  it.each([
    ['{basename}_{time:YYYYMMDDHHMMSS}.tgz', 'UTC', 'home_20260329005908.tgz'],
    ['{basename}_{time:YYYYMMDDHHMMSS}.tgz', 'Europe/Berlin', 'home_20260329015908.tgz'],
    ['{time:YYYYMMDDHHMMSS}', 'America/New_York', '20260328205908'],
    ['{time:YYYYMMDDHHMMSS}', 'Asia/Kathmandu', '20260329064408'],
    ['postgres_{tier}_{time:YYYYMMDD_HHMMSS}.sql.gz', 'UTC', 'postgres_daily_20260329_005908.sql.gz'],
    ['{time:YYYY-MM-DDTHH:MM:SS}', 'UTC', '2026-03-29T00:59:08'],
    ['{time:MM}/{time:HH}-{time:MM}', 'UTC', '03/00-03'],
    ['{time:HHMM}-{time:DD.MM}', 'UTC', '0059-29.03'],
    ['plain', 'UTC', 'plain'],
    ['{job}{job}', 'UTC', 'home-jobhome-job'],
  ])('%s in %s', (text, timezone, expected) => {
    expect(invalidTemplate(text)).toBeUndefined()
    expect(render(text, timezone)).toBe(expected)
  })

  it('has no hour 24, and jumps with daylight saving', () => {
    const midnight = new Date('2026-11-21T00:00:00Z')
    expect(render('{time:DDHHMM}', 'UTC', midnight)).toBe('210000')
    expect(render('{time:HHMM}', 'Europe/Berlin', new Date('2026-03-29T01:00:00Z'))).toBe('0300')
    expect(render('{time:HHMM}', 'Europe/Berlin', new Date('2026-10-25T01:00:00Z'))).toBe('0200')
  })

  it.each([
    ['{basenam}', 'unknown word {basenam}; did you mean basename?'],
    ['{time}', 'unknown word {time}; did you mean time:YYYYMMDDHHMMSS?'],
    ['{}', 'unknown word {}'],
    ['{job', 'a brace has no counterpart'],
    ['job}', 'a brace has no counterpart'],
    ['{{job}}', 'a brace has no counterpart'],
    ['{time:}', '{time:} holds no YYYY, MM, DD, HH or SS'],
    ['{time:YYYYmmdd}', '{time:YYYYmmdd} holds more than YYYY, MM, DD, HH and SS'],
    ['{time:YYYY/MM}', '{time:YYYY/MM} holds more than YYYY, MM, DD, HH and SS'],
    ['', 'a template must not be empty'],
    ['../{job}', 'not a name: it has an empty part, a .. or a control character'],
    ['/{job}', 'not a name: it has an empty part, a .. or a control character'],
    ['a\n{job}', 'not a name: it has an empty part, a .. or a control character'],
  ])('%j is refused', (text, message) => {
    expect(invalidTemplate(text)?.message).toBe(message)
  })

  it('with a word that has no value is refused when it is used', () => {
    for (const word of ['{pool}', '{tag}']) {
      expect(errorOf(() => render(`x-${word}`))).toMatchObject({
        code: 'config-invalid',
        message: `${word} has no value in the template x-${word}`,
      })
    }
  })
})
