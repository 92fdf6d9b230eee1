import { expect, test } from 'vitest'
import { maskSecrets } from '../../../src/domain/secret.ts'
import { rcloneEnvironment } from '../../../src/stores/rclone/environment.ts'
import { checkVersion, parseTraits } from '../../../src/stores/rclone/traits.ts'

const traits = (features: Record<string, boolean>, hashes: string[] | null = null) =>
  parseTraits(JSON.stringify({ Name: 'x', Hashes: hashes, Features: features }))

test('an object store is written directly, whether or not it is known to hide uploads', () => {
  expect(traits({ BucketBased: true, Copy: true, PutStream: true, PartialUploads: false }, ['md5'])).toEqual({
    appears: 'direct',
    renames: true,
    replaces: false,
    streams: true,
    hash: 'md5',
    coarseTimes: true,
  })
  expect(traits({ BucketBased: true, Copy: true }).appears).toBe('direct')
})

test('a file system or a drive gets a temporary name, and is not written where it cannot rename', () => {
  expect(traits({ Move: true, PartialUploads: true, IsLocal: true })).toMatchObject({
    appears: 'rename',
    replaces: true,
  })
  expect(traits({ Move: true, PartialUploads: false }).appears).toBe('rename')
  expect(traits({ Move: true }).appears).toBe('rename')
  expect(traits({ Copy: true, PartialUploads: true }).appears).toBe('rename')
  expect(traits({ PartialUploads: true }).appears).toBe('never')
  expect(traits({}).appears).toBe('never')
  expect(traits({ PartialUploads: false }).appears).toBe('direct')
})

test('hashes that would be computed by reading are not asked for, sha-256 goes first', () => {
  expect(traits({ SlowHash: true }, ['md5', 'sha256']).hash).toBeUndefined()
  expect(traits({}, ['md5', 'sha256']).hash).toBe('sha256')
  expect(traits({}, ['quickxor']).hash).toBe('quickxor')
  expect(traits({}, null).hash).toBeUndefined()
})

test.each(['rclone v1.60.1-DEV', 'rclone v1.75.1\n- os/version: debian', 'rclone v2.0.0'])(
  '%s will do',
  (said) => {
    expect(() => checkVersion(said)).not.toThrow()
  },
)

test.each(['rclone v1.59.2', 'rclone v0.99', 'nonsense', ''])('%j will not do', (said) => {
  expect(() => checkVersion(said)).toThrow(expect.objectContaining({ code: 'tool-missing' }))
})

test("rclone gets its own variables whole, and none of Holdfast's secrets", () => {
  const environment = rcloneEnvironment({
    PATH: '/bin',
    HOLDFAST_IDENTITY: 'AGE-SECRET-KEY-1XYZ',
    AWS_SECRET_ACCESS_KEY: 'aws-secret',
    RCLONE_CONFIG_PASS: 'pass-of-the-config',
    RCLONE_CONFIG_B2_KEY: 'application-key',
    RCLONE_CONFIG: '/etc/rclone.conf',
    RCLONE_EXCLUDE: '*',
    RCLONE_DRY_RUN: 'true',
    RCLONE_MAX_DEPTH: '1',
  })
  expect(environment).toEqual({
    PATH: '/bin',
    RCLONE_CONFIG_PASS: 'pass-of-the-config',
    RCLONE_CONFIG_B2_KEY: 'application-key',
    RCLONE_CONFIG: '/etc/rclone.conf',
    RCLONE_DRY_RUN: 'true',
  })
  expect(maskSecrets('with application-key and pass-of-the-config')).toBe('with *** and ***')
})
