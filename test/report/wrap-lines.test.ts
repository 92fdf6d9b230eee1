import { expect, it } from 'vitest'
import { wrapLines } from '../../src/report/wrap-lines.ts'

it('breaks between words, and indents what follows', () => {
  const text = 'short\n  hint: Run this and that and then once more.\n'
  expect(wrapLines(text, 30)).toBe('short\n  hint: Run this and that\n    and then once more.\n')
  expect(wrapLines(text, undefined)).toBe(text)
})

it('leaves colours, long words and what is to be pasted in one piece', () => {
  const red = '\u001b[31mred red red red red\u001b[39m and more'
  expect(wrapLines(red, 28)).toBe(red)
  const path = `data/${'x'.repeat(60)}`
  expect(wrapLines(`found ${path} damaged`, 40)).toBe(`found\n  ${path}\n  damaged`)
  const paste = `  $ holdfast restore ${'--include a '.repeat(10)}`
  expect(wrapLines(paste, 40)).toBe(paste)
  expect(wrapLines(`\u001b[36m${paste.trim()}\u001b[39m`, 40)).toContain(
    '--include a --include a --include a',
  )
})
