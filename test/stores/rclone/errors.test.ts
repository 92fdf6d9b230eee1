import { describe, expect, test } from 'vitest'
import { HoldfastError } from '../../../src/errors/error.ts'
import { storeError } from '../../../src/stores/rclone/errors.ts'

const purpose = { doing: 'write', what: 'data/x', remote: 'b2:bucket/path' } as const

function translate(stderr: string, exitStatus = 1, doing: 'read' | 'write' = 'write'): HoldfastError {
  const failed = new HoldfastError('tool-failed', 'rclone exited', {
    context: { tool: 'rclone', exitStatus, stderr: stderr.split('\n') },
  })
  return storeError(failed, { ...purpose, doing }) as HoldfastError
}

// What rclone 1.75 and the services print.
describe('what rclone says', () => {
  test.each([
    ['NOTICE: Failed to rcat: didn\'t find section in config file ("b2")', 'store-unreachable', false],
    [
      'CRITICAL: Failed to create file system for "b2:x": didn\'t find section in config file',
      'store-unreachable',
      false,
    ],
    [
      'Failed to load config file: unable to decrypt configuration and not allowed to ask for password',
      'store-unreachable',
      false,
    ],
    [
      'Post request put error: InvalidAccessKeyId: The AWS Access Key Id you provided does not exist',
      'store-credentials',
      false,
    ],
    ['NOTICE: Failed to rcat: unknown (401 unauthorized)', 'store-credentials', false],
    ['googleapi: Error 403: Forbidden', 'store-unwritable', false],
    [
      "NewFs: couldn't connect SSH: ssh: handshake failed: ssh: unable to authenticate",
      'store-credentials',
      false,
    ],
    ['open /backup/x: permission denied', 'store-unwritable', false],
    ['write /backup/x: no space left on device', 'disk-full', false],
    ["googleapi: Error 403: The user's Drive storage quota has been exceeded.", 'disk-full', false],
    ['mkdir /backup: read-only file system', 'store-unwritable', false],
    ['tls: failed to verify certificate: x509: certificate signed by unknown authority', 'tls-failed', false],
    ['dial tcp: lookup s3.example.com: no such host', 'store-unreachable', true],
    ['read tcp 1.2.3.4: connection reset by peer', 'store-unreachable', true],
    [
      'https response error StatusCode: 503, SlowDown: Please reduce your request rate.',
      'store-unreachable',
      true,
    ],
    ['context deadline exceeded (Client.Timeout exceeded)\ni/o timeout', 'store-unreachable', true],
    ['HTTP error 429 (429 Too Many Requests)', 'store-unreachable', true],
    ['something new', 'store-unwritable', false],
  ])('%s', (stderr, code, retryable) => {
    const error = translate(stderr)
    expect([error.code, error.retryable]).toEqual([code, retryable])
    expect(error.message).toMatch(/^cannot write data\/x: /)
    expect(error.message).not.toMatch(/^[A-Z]|\.$/)
    expect(error.hint).toMatch(/^[A-Z].*\.$/)
  })

  test('its exit statuses: absent, and temporary', () => {
    expect(translate('ERROR : object not found', 4, 'read').code).toBe('store-not-found')
    expect(translate('ERROR : directory not found', 3, 'read').code).toBe('store-not-found')
    expect(translate('ERROR : directory not found', 3).code).toBe('bucket-missing')
    expect(translate('something passing', 5)).toMatchObject({ code: 'store-unreachable', retryable: true })
    expect(translate('something passing', 5, 'read')).toMatchObject({ retryable: true })
    expect(translate('something fatal', 7, 'read')).toMatchObject({
      code: 'store-unreachable',
      retryable: false,
    })
  })

  test('shows its last words without date and level, and leaves other errors alone', () => {
    const said = '2026/11/26 05:53:36 NOTICE: Failed to rcat with 2 errors: last error was: it broke'
    expect(translate(said).message).toBe('cannot write data/x: it broke')
    const other = new Error('mine')
    expect(storeError(other, purpose)).toBe(other)
    const missing = new HoldfastError('tool-missing', 'rclone is not installed')
    expect(storeError(missing, purpose)).toBe(missing)
  })
})
