import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { Secret } from '../../src/domain/secret.ts'
import { azureConfig } from '../../src/stores/azure/config.ts'
import { filesystemConfig } from '../../src/stores/filesystem/config.ts'
import { rcloneConfig } from '../../src/stores/rclone/config.ts'
import { s3Config } from '../../src/stores/s3/config.ts'

/** Paths and messages of what is wrong; empty where nothing is. */
function problems(schema: z.ZodType, value: unknown): string[] {
  const result = schema.safeParse(value)
  return result.success ? [] : result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
}

const schemas = { filesystem: filesystemConfig, s3: s3Config, azure: azureConfig, rclone: rcloneConfig }
const least = {
  filesystem: { type: 'filesystem', path: '/backups' },
  s3: { type: 's3', bucket: 'acme' },
  azure: { type: 'azure', container: 'backup', account: 'acmestore' },
  rclone: { type: 'rclone', remote: 'b2:bucket/path' },
}

describe.each(Object.keys(schemas) as (keyof typeof schemas)[])('%s', (type) => {
  const schema: z.ZodType = schemas[type]

  test('takes the least, and what every destination may have', () => {
    expect(schema.parse(least[type])).toMatchObject(least[type])
    const common = { 'lease-destination': 'local', bandwidth: '50MiB' }
    expect(schema.parse({ ...least[type], ...common })).toMatchObject({ ...common, bandwidth: 52_428_800 })
    expect(schema.parse({ ...least[type], bandwidth: 1000 })).toMatchObject({ bandwidth: 1000 })
  })

  test('refuses unknown keys, another type and a bandwidth that is none', () => {
    expect(problems(schema, { ...least[type], buckett: 'x' })[0]).toContain('buckett')
    expect(problems(schema, { ...least[type], type: 'tape' })).toHaveLength(1)
    for (const bandwidth of ['fast', '50Mbit', 0, '0', -5, '']) {
      expect(problems(schema, { ...least[type], bandwidth })[0]).toContain('bandwidth')
    }
    expect(problems(schema, { ...least[type], 'lease-destination': '' })).toHaveLength(1)
  })

  test('describes every key in the JSON Schema', () => {
    const { properties, additionalProperties } = z.toJSONSchema(schema, { io: 'input' })
    expect(additionalProperties).toBe(false)
    for (const [key, property] of Object.entries(properties ?? {})) {
      expect([key, property]).toEqual([
        key,
        expect.objectContaining({ description: expect.stringMatching(/\.$/) }),
      ])
    }
  })
})

test.each([
  [600, 0o600],
  ['0600', 0o600],
  ['600', 0o600],
  ['0o640', 0o640],
  [640, 0o640],
  [660, 0o660],
  [644, 0o644],
])('filesystem mode %j is %o', (mode, expected) => {
  expect(filesystemConfig.parse({ ...least.filesystem, mode }).mode).toBe(expected)
})

test('filesystem files are 0600 unless told', () => {
  expect(filesystemConfig.parse(least.filesystem).mode).toBe(0o600)
})

// The last are what YAML 1.2 makes of 0o600, 0o640, 0o644, 0o660 and 0o666.
test.each(['rw', '400', '0700', '777', '601', '6000', '', -600, 384, 416, 420, 432, 438])(
  'filesystem mode %j is refused',
  (mode) => {
    expect(problems(filesystemConfig, { ...least.filesystem, mode })[0]).toMatch(
      /^mode: not a file mode; write 0600/,
    )
  },
)

test('filesystem paths are not empty and hold no NUL', () => {
  expect(problems(filesystemConfig, { type: 'filesystem', path: '' })).toHaveLength(1)
  expect(problems(filesystemConfig, { type: 'filesystem', path: 'a\0b' })).toHaveLength(1)
})

test('s3 takes all its keys, and hides what is secret', () => {
  const parsed = s3Config.parse({
    type: 's3',
    bucket: 'acme-backups',
    prefix: 'prod/db',
    region: 'eu-central-1',
    endpoint: 'https://s3.example.com',
    'path-style': true,
    'access-key-id': 'AKIA123',
    'secret-access-key': 'very-secret-text',
    'role-arn': 'arn:aws:iam::123456789012:role/backup',
    'storage-class': 'STANDARD_IA',
    'server-side-encryption': 'aws:kms',
    'kms-key-id': 'alias/backup',
    'object-lock': { mode: 'governance', for: '30d' },
  })
  expect(parsed['secret-access-key']).toBeInstanceOf(Secret)
  expect(parsed['secret-access-key']?.reveal()).toBe('very-secret-text')
  expect(JSON.stringify(parsed)).not.toContain('very-secret')
  expect(parsed['object-lock']).toEqual({ mode: 'governance', for: 30 * 86_400_000 })
})

test.each([
  [{ 'access-key-id': 'A' }, 'secret-access-key: needed beside access-key-id'],
  [{ 'secret-access-key': 'S' }, 'access-key-id: needed beside secret-access-key'],
  [{ 'kms-key-id': 'K' }, 'kms-key-id: needs server-side-encryption: aws:kms'],
  [
    { 'kms-key-id': 'K', 'server-side-encryption': 'AES256' },
    'kms-key-id: needs server-side-encryption: aws:kms',
  ],
  [{ prefix: '/prod' }, 'prefix: write it without a slash at the beginning or the end: prod/backups'],
  [{ prefix: 'prod/' }, 'prefix: write it without a slash at the beginning or the end: prod/backups'],
  [{ prefix: '' }, 'prefix: write it without a slash at the beginning or the end: prod/backups'],
  [
    { 'object-lock': { mode: 'governance', for: '30' } },
    'object-lock.for: not a duration; write 30d, 12w or 24h',
  ],
])('s3 with %j: %s', (more, problem) => {
  expect(problems(s3Config, { ...least.s3, ...more })).toEqual([problem])
})

test.each([
  { endpoint: 's3.example.com' },
  { endpoint: 'ftp://s3.example.com' },
  { 'role-arn': 'backup' },
  { 'object-lock': { mode: 'strict', for: '30d' } },
  { 'object-lock': { mode: 'governance' } },
  { 'path-style': 'yes' },
  { bucket: '' },
])('s3 refuses %j', (more) => {
  expect(problems(s3Config, { ...least.s3, ...more })).toHaveLength(1)
})

test('azure takes a connection string or an account, and hides what is secret', () => {
  const text = 'DefaultEndpointsProtocol=https;AccountName=acme;AccountKey=c2VjcmV0LWtleQ=='
  const parsed = azureConfig.parse({
    type: 'azure',
    container: 'backup',
    'connection-string': text,
    'access-tier': 'Cool',
  })
  expect(parsed['connection-string']?.reveal()).toBe(text)
  expect(String(parsed['connection-string'])).toBe('***')
  const account = { ...least.azure, sas: 'sv=2024&sig=abcdef', prefix: 'prod' }
  expect(azureConfig.parse(account).sas?.reveal()).toBe('sv=2024&sig=abcdef')
  expect(problems(azureConfig, { ...least.azure, 'tenant-id': 't', 'client-id': 'c' })).toEqual([])
  expect(problems(azureConfig, { ...least.azure, 'client-id': 'c' })).toEqual([])
})

test.each([
  [{ type: 'azure', container: 'backup' }, 'connection-string: needed, or account'],
  [{ ...least.azure, 'connection-string': 'x' }, 'account: either this or connection-string, not both'],
  [{ ...least.azure, 'tenant-id': 't' }, 'client-id: needed beside tenant-id'],
  [{ type: 'azure', container: 'backup', 'connection-string': 'x', sas: 'y' }, 'account: needed beside sas'],
  [{ ...least.azure, container: 'Back' }, 'container: 3 to 63 lower-case letters, digits and single hyphens'],
  [{ ...least.azure, container: 'a--b' }, 'container: 3 to 63 lower-case letters, digits and single hyphens'],
])('azure with %j: %s', (value, problem) => {
  expect(problems(azureConfig, value)).toEqual([problem])
})

test.each([
  'bucket/path',
  '--config=x:y',
  '-v:',
  ':path',
  ':local:/x',
  ' b2:x',
  '',
  'b2,key=secret:x',
  'b2:\0',
])('rclone refuses the remote %j', (remote) => {
  expect(problems(rcloneConfig, { type: 'rclone', remote })).toHaveLength(1)
})

test.each(['b2:', 'b2:bucket', 'my remote:a/b:c', 'crypt_1:x'])('rclone takes the remote %j', (remote) => {
  expect(problems(rcloneConfig, { type: 'rclone', remote })).toEqual([])
})
