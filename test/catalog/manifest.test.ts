import { describe, expect, it } from 'vitest'
import { sealEnvelope } from '../../src/catalog/envelope.ts'
import { manifestKey } from '../../src/catalog/keys.ts'
import { decodeManifest, encodeManifest, manifestLimit } from '../../src/catalog/manifest.ts'
import { manifestJsonSchema } from '../../src/catalog/manifest-json-schema.ts'
import { sha256Of } from '../../src/catalog/object-io.ts'
import { generateSigningKey, parseSigningKey } from '../../src/catalog/signing-key.ts'
import type { Manifest } from '../../src/domain/manifest.ts'
import { hasCode } from '../../src/errors/error.ts'
import { hash, sampleManifest } from './samples.ts'

const keys = generateSigningKey()
const signer = parseSigningKey(keys.private)
const sample = sampleManifest()
const key = manifestKey(sample.job, sample.id)
const parent = { id: '20261120T030000Z-L0-aaaaaa', manifest: `sha256:${hash('d')}` }
const increment = sampleManifest({ id: '20261121T030000Z-L1-abcdef', parent })
const manifestType = 'application/vnd.holdfast.manifest+json'
/** A payload that the encoder would refuse, in a sound envelope. */
const forged = (payload: unknown) => sealEnvelope(Buffer.from(JSON.stringify(payload)), manifestType, signer)

describe('manifests', () => {
  it('round-trip with the hash that children name', () => {
    const stored = encodeManifest(sample, signer)
    expect(decodeManifest(stored, key, { trust: [keys.public] })).toEqual({
      manifest: sample,
      sha256: sha256Of(stored),
      signedBy: keys.public,
      trusted: true,
    })
    expect(decodeManifest(encodeManifest(sample), key)).toMatchObject({ signedBy: undefined, trusted: true })
    expect(decodeManifest(encodeManifest(increment), manifestKey('app-db', increment.id)).manifest).toEqual(
      increment,
    )
  })

  it('keep fields that this version does not know from becoming errors', () => {
    const { manifest } = decodeManifest(forged({ ...sample, later: { field: 1 } }), key)
    expect(manifest).toEqual(sample)
  })

  it('are found damaged whatever bit flips', () => {
    const stored = encodeManifest(sample, signer)
    let missed = 0
    for (let bit = 0; bit < stored.length * 8; bit += 13) {
      const flipped = Uint8Array.from(stored)
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      try {
        decodeManifest(flipped, key)
        missed++
      } catch (error) {
        if (!hasCode(error, 'manifest-damaged')) throw error
      }
    }
    expect(missed).toBe(0)
  })

  it('are found damaged wherever they end', () => {
    const stored = encodeManifest(sample, signer)
    for (let end = 0; end < stored.length - 1; end += 41) {
      expect(() => decodeManifest(stored.subarray(0, end), key)).toThrow(
        expect.objectContaining({ code: 'manifest-damaged' }),
      )
    }
  })

  it.each([
    ['app-db', '20261121T030000Z-L0-zzzzzz'],
    ['other', sample.id],
  ])('are refused under the key of %s %s', (job, id) => {
    expect(() => decodeManifest(encodeManifest(sample, signer), manifestKey(job, id))).toThrow(
      `it belongs under ${key}`,
    )
  })

  it('are refused under a key that is none', () => {
    expect(() => decodeManifest(encodeManifest(sample), 'holdfast.json')).toThrow('it belongs under')
  })

  it('are no proofs', () => {
    const proof = sealEnvelope(Buffer.from(JSON.stringify(sample)), 'application/vnd.holdfast.proof+json')
    expect(() => decodeManifest(proof, key)).toThrow('payloadType')
  })

  it.each<[string, unknown]>([
    [
      'objects.volumes.sha256',
      { ...sample, objects: { ...sample.objects, volumes: { key: 'a', bytes: 1, sha256: 'x' } } },
    ],
    [
      'objects.meta.key',
      { ...sample, objects: { ...sample.objects, meta: { key: '../a', bytes: 1, sha256: hash('a') } } },
    ],
    [
      'objects.meta.key',
      { ...sample, objects: { ...sample.objects, meta: { key: '/a', bytes: 1, sha256: hash('a') } } },
    ],
    [
      'objects.meta.key',
      { ...sample, objects: { ...sample.objects, meta: { key: 'a//b', bytes: 1, sha256: hash('a') } } },
    ],
    [
      'streams.0.compression',
      { ...sample, streams: [{ ...sample.streams[0], compression: { type: 'lzma' } }] },
    ],
    ['streams: two', { ...sample, streams: [sample.streams[0], sample.streams[0]] }],
    ['streams:', { ...sample, streams: [] }],
    ['id', { ...sample, id: 'x' }],
    ['job', { ...sample, job: 'X' }],
    ['level: it is 1', { ...sample, level: 1, parent }],
    ['a full backup has none', { ...sample, parent }],
    ['an increment has one', { ...increment, parent: null }],
    ['no base for level 1', { ...increment, parent: { ...parent, id: '20261120T030000Z-L1-aaaaaa' } }],
    ['createdAt', { ...sample, createdAt: 'yesterday' }],
    ['unread', { ...sample, unread: -1 }],
    ['format: expected a number', { ...sample, format: '1' }],
    ['never was a format 0', { ...sample, format: 0 }],
    ['format: expected a number', null],
  ])('name the place: %s', (place, payload) => {
    const id = (payload as Manifest | null)?.id ?? sample.id
    expect(() => decodeManifest(forged(payload), manifestKey('app-db', id))).toThrow(
      expect.objectContaining({ code: 'manifest-damaged', message: expect.stringContaining(place) }),
    )
  })

  it('of a newer format ask for an update', () => {
    expect(() => decodeManifest(forged({ format: 2 }), key)).toThrow(
      expect.objectContaining({
        code: 'format-unsupported',
        hint: expect.stringContaining('Update Holdfast'),
      }),
    )
  })

  it('are not written when they could not be read', () => {
    expect(() => encodeManifest({ ...sample, unread: -1 })).toThrow(
      expect.objectContaining({ code: 'internal', message: expect.stringContaining('unread') }),
    )
    expect(() => encodeManifest({ ...sample, level: 3 })).toThrow('level')
  })

  it('are not written above 64 KiB, and the largest part is named', () => {
    const tags = Array.from({ length: 100 }, (_, n) => `${n}`.padEnd(600, 'x'))
    expect(() => encodeManifest({ ...sample, tags })).toThrow(
      expect.objectContaining({ code: 'internal', hint: expect.stringContaining('are tags 60') }),
    )
    const huge = Buffer.alloc(manifestLimit + 1, ' ')
    expect(() => decodeManifest(huge, key)).toThrow('larger than 65536 bytes')
  })

  it('have a published JSON Schema', async () => {
    await expect(manifestJsonSchema()).toMatchFileSnapshot('../../docs/schemas/manifest-v1.json')
  })
})
