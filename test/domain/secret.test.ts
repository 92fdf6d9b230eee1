import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { maskSecrets, Secret } from '../../src/domain/secret.ts'

test('no serializer shows it, only reveal does', () => {
  const secret = new Secret('hunter2-and-more')
  expect(`${secret}`).toBe('***')
  expect(String(secret)).toBe('***')
  expect(JSON.stringify({ secret })).toBe('{"secret":"***"}')
  expect(inspect({ secret })).toBe('{ secret: Secret(***) }')
  expect(inspect(secret, { showHidden: true, depth: 5 })).not.toContain('hunter2')
  expect(Object.keys(secret)).toEqual([])
  expect(secret.reveal()).toBe('hunter2-and-more')
})

test('its text is masked wherever it comes again: whole, line by line, percent-encoded', () => {
  new Secret('p@ss/word with=signs\n  second line of it  \n')
  expect(maskSecrets('psql: p@ss/word with=signs: no')).toBe('psql: ***: no')
  expect(maskSecrets('postgres://u:p%40ss%2Fword%20with%3Dsigns@db/x')).toBe('postgres://u:***@db/x')
  expect(maskSecrets('it said: second line of it')).toBe('it said: ***')
  expect(maskSecrets('nothing of it')).toBe('nothing of it')
})

test('a longer secret that holds a shorter one leaves no tail, and short ones eat no words', () => {
  new Secret('abcdefgh')
  new Secret('abcdefgh-and-its-tail')
  new Secret('root')
  new Secret('   \n  ')
  expect(maskSecrets('abcdefgh-and-its-tail, abcdefgh, root')).toBe('***, ***, root')
})
