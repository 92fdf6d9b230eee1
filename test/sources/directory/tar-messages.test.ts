import { describe, expect, it } from 'vitest'
import { parseTarMessage, unescapeName } from '../../../src/sources/directory/tar-messages.ts'

describe('what tar says', () => {
  it.each([
    ['tar: ./secret: Cannot open: Permission denied', 'unread', 'secret'],
    ['/usr/bin/tar: ./secret: Cannot open: Permission denied', 'unread', 'secret'],
    ['/opt/homebrew/bin/gtar: ./tar: x: Cannot open: Permission denied', 'unread', 'tar: x'],
    ['tar: .: Cannot open: Permission denied', 'unread', ''],
    ['tar: ./a/b: Cannot stat: Permission denied', 'unread', 'a/b'],
    ['tar: ./l: Cannot readlink: Input/output error', 'unread', 'l'],
    ['tar: ./x: Read error at byte 4096, while reading 512 bytes: Input/output error', 'unread', 'x'],
    ['tar: ./gone: File removed before we read it', 'vanished', 'gone'],
    ['tar: ./gone: Cannot stat: No such file or directory', 'vanished', 'gone'],
    ['tar: ./log: file changed as we read it', 'changed', 'log'],
    ['tar: ./log: File shrank by 12345 bytes; padding with zeros', 'shrank', 'log'],
    ['tar: ./x: Warning: Cannot llistxattrat: Operation not permitted', 'attributes', 'x'],
    [
      'tar: ./a\\: Cannot open\\: Permission denied: Cannot stat: Input/output error',
      'unread',
      'a: Cannot open: Permission denied',
    ],
    ['tar: ./new\\nline\\351\\\\: file changed as we read it', 'changed', 'new\nline\xe9\\'],
  ])('%s', (line, kind, path) => {
    expect(parseTarMessage(line)).toEqual({ kind, path })
  })

  it.each([
    'tar: ./a/sock: socket ignored',
    'tar: ./mnt: directory is on a different filesystem; not dumped',
    'tar: Exiting with failure status due to previous errors',
    '',
  ])('takes no notice of %j', (line) => {
    expect(parseTarMessage(line)).toEqual({ kind: 'noise' })
  })

  it.each([
    'tar: -: Wrote only 4096 of 10240 bytes',
    'tar: /tmp/list: Cannot open: Permission denied',
    'tar: unrecognized option --sort=name',
    'tar: memory exhausted',
  ])('does not explain %j away', (line) => {
    expect(parseTarMessage(line)).toEqual({ kind: 'unexplained', line })
  })

  it('undoes the quoting', () => {
    expect(unescapeName('a\\tb\\\\n\\001\\377\\:\\177')).toBe('a\tb\\n\x01\xff:\x7f')
  })
})
