import { createHash } from 'node:crypto'
import { inflateSync } from 'node:zlib'
import * as vectorModule from 'cctv-age'
import { describe, expect, it } from 'vitest'
import { decryptBytes } from '../../src/codec/age/bytes.ts'
import { Secret } from '../../src/domain/secret.ts'
import type { ErrorCode } from '../../src/errors/codes.ts'
import { hasCode } from '../../src/errors/error.ts'

const vectors: Record<string, unknown> = vectorModule

interface Vector {
  readonly expect: string
  readonly payload: string | undefined
  readonly identities: readonly Secret[]
  readonly passphrases: readonly Secret[]
  readonly file: Uint8Array
}

function parse(bytes: Uint8Array): Vector {
  const buffer = Buffer.from(bytes)
  const end = buffer.indexOf('\n\n')
  const fields = buffer
    .subarray(0, end)
    .toString()
    .split('\n')
    .map((line) => [line.slice(0, line.indexOf(': ')), line.slice(line.indexOf(': ') + 2)] as const)
  const all = (name: string) => fields.filter(([key]) => key === name).map(([, value]) => value)
  const body = buffer.subarray(end + 2)
  return {
    expect: all('expect')[0] ?? '',
    payload: all('payload')[0],
    identities: all('identity').map((text) => new Secret(text)),
    passphrases: all('passphrase').map((text) => new Secret(text)),
    file: all('compressed')[0] === 'zlib' ? inflateSync(body) : body,
  }
}

const codes: Record<string, readonly ErrorCode[]> = {
  'no match': ['identity-wrong', 'passphrase-wrong'],
  'HMAC failure': ['object-damaged'],
  'header failure': ['object-damaged'],
  'payload failure': ['object-damaged'],
  'armor failure': ['object-damaged'],
}

describe('the age test vectors through our payload', () => {
  const names = Object.keys(vectors).filter((name) => vectors[name] instanceof Uint8Array)

  it('are all there', () => {
    expect(names.length).toBeGreaterThan(100)
  })

  it.each(names)('%s', async (name) => {
    const vector = parse(vectors[name] as Uint8Array)
    const { identities, passphrases } = vector
    if (vector.expect === 'success') {
      const plain = await decryptBytes(vector.file, { identities, passphrases })
      expect(createHash('sha256').update(plain).digest('hex')).toBe(vector.payload)
      return
    }
    const error: unknown = await decryptBytes(vector.file, { identities, passphrases }).catch(
      (reason) => reason,
    )
    expect(codes[vector.expect], vector.expect).toBeDefined()
    expect(hasCode(error, ...(codes[vector.expect] ?? [])), `${vector.expect}: ${error}`).toBe(true)
  })
})
