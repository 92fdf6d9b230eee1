import { describe, expect, it } from 'vitest'
import { parseGlob, scopesOf } from '../../../src/sources/directory/glob.ts'

describe('globs of paths', () => {
  it.each([
    ['etc', ['etc', 'etc/passwd', 'etc/a/b'], ['etcetera', 'usr/etc', '']],
    ['/etc/', ['etc', 'etc/passwd'], ['etc2']],
    ['./etc/**', ['etc', 'etc/a/b'], ['etcetera']],
    ['etc/*.conf', ['etc/a.conf', 'etc/.conf'], ['etc/a/b.conf', 'etc/aconf']],
    ['**/*.conf', ['a.conf', 'etc/a.conf', 'etc/a/b.conf', 'a.conf/inner'], ['a.config']],
    ['a/**/z', ['a/z', 'a/b/z', 'a/b/c/z/below'], ['a/bz', 'z']],
    ['file-?', ['file-1'], ['file-', 'file-12', 'file-/']],
    ['file-[0-3]', ['file-2', 'file-[0-3]', 'file-[0-3]/below'], ['file-7', 'file-[0-3]more']],
    ['app/[slug]/page.tsx', ['app/[slug]/page.tsx', 'app/s/page.tsx'], ['app/slug/page.tsx']],
    ['file-[!0-3]', ['file-7'], ['file-2']],
    ['a.b+(c)^$|', ['a.b+(c)^$|'], ['aXb+(c)^$|']],
    ['ümläut', ['\xc3\xbcml\xc3\xa4ut'], ['ümläut']],
    ['new\nline*', ['new\nline', 'new\nline\nmore'], ['newline']],
    ['**', ['a', 'a/b'], ['']],
  ])('%s', (text, taken, left) => {
    const glob = parseGlob(text)
    expect(taken.filter((path) => !glob.matches(path))).toEqual([])
    expect(left.filter((path) => glob.matches(path))).toEqual([])
  })

  it('knows the part that needs no search', () => {
    expect(['etc/nginx/*.conf', '**/x', 'a/b', 'a*/b'].map((text) => parseGlob(text).prefix)).toEqual([
      'etc/nginx',
      '',
      'a/b',
      '',
    ])
    expect(scopesOf(['a/b', 'a', 'a-x', 'a/b/c'].map(parseGlob))).toEqual(['a', 'a-x'])
    expect(scopesOf(['a/b', '**/x'].map(parseGlob))).toEqual([''])
  })

  it.each(['', '/', '.', '../etc', 'a/../b'])('refuses %j', (text) => {
    expect(() => parseGlob(text)).toThrowError(expect.objectContaining({ code: 'usage' }))
  })
})
