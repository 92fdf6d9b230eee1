import { expect, test } from 'vitest'
import { HoldfastError } from '../../../src/errors/error.ts'
import { storeError } from '../../../src/stores/filesystem/errors.ts'

function failure(code: string): Error {
  return Object.assign(new Error(`${code}: went wrong`), { code, syscall: 'open' })
}

test.each([
  ['ENOSPC', 'write', 'disk-full', false],
  ['EDQUOT', 'write', 'disk-full', false],
  ['EACCES', 'write', 'store-unwritable', false],
  ['EPERM', 'write', 'store-unwritable', false],
  ['EROFS', 'write', 'store-unwritable', false],
  ['ENOTDIR', 'write', 'store-unwritable', false],
  ['EISDIR', 'write', 'store-unwritable', false],
  ['EXDEV', 'write', 'store-unwritable', false],
  ['ENAMETOOLONG', 'write', 'store-unsupported', false],
  ['EIO', 'write', 'store-unreachable', true],
  ['ESTALE', 'write', 'store-unreachable', true],
  ['EMFILE', 'write', 'store-unreachable', true],
  ['ENOENT', 'write', 'store-unreachable', true],
  ['EACCES', 'read', 'store-unreachable', false],
  ['EIO', 'read', 'store-unreachable', true],
] as const)('%s of a %s is %s, retryable: %s', (code, doing, expected, retryable) => {
  const cause = failure(code)
  const error = storeError(cause, doing, 'data/x', '/backups')
  expect(error).toBeInstanceOf(HoldfastError)
  expect(error).toMatchObject({
    code: expected,
    retryable,
    cause,
    context: { path: '/backups', system: code },
  })
})

test.each(['EACCES', 'EROFS', 'ENOTDIR', 'EXDEV', 'ENOSPC', 'ENAMETOOLONG'])(
  '%s comes with advice',
  (code) => {
    expect(storeError(failure(code), 'write', 'data/x', '/backups')).toMatchObject({
      hint: expect.stringMatching(/^[A-Z].*\/backups.*\.$/),
    })
  },
)

test('reads as a sentence', () => {
  expect(storeError(failure('EACCES'), 'write', 'data/x', '/backups')).toMatchObject({
    message: 'cannot write data/x: EACCES',
    hint: 'Give this user read and write permission for everything under /backups.',
  })
})

test('leaves alone what is no error of the file system', () => {
  const own = new HoldfastError('held', 'no')
  const socket = Object.assign(new Error('reset'), { code: 'ECONNRESET' })
  for (const error of [own, socket, new TypeError('bug'), 'text', undefined]) {
    expect(storeError(error, 'write', 'data/x', '/backups')).toBe(error)
  }
})
