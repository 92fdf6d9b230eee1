import { describe, expect, it } from 'vitest'
import { openEnvelope, preAuthEncoding, sealEnvelope } from '../../src/catalog/envelope.ts'
import { generateSigningKey, parseSigningKey } from '../../src/catalog/signing-key.ts'

const keys = generateSigningKey()
const other = generateSigningKey()
const signer = parseSigningKey(keys.private)
const payload = Buffer.from('{"a": 1}')
const fields = (bytes: Uint8Array) => JSON.parse(Buffer.from(bytes).toString())
const altered = (change: Record<string, unknown>) =>
  Buffer.from(JSON.stringify({ ...fields(sealEnvelope(payload, 'text/x', signer)), ...change }))

describe('envelopes', () => {
  it('encode what is signed as the DSSE specification does', () => {
    const encoded = preAuthEncoding('http://example.com/HelloWorld', Buffer.from('hello world'))
    expect(Buffer.from(encoded).toString()).toBe('DSSEv1 29 http://example.com/HelloWorld 11 hello world')
    expect(Buffer.from(preAuthEncoding('ä', Buffer.alloc(0))).toString()).toBe('DSSEv1 2 ä 0 ')
  })

  it('show their payload to jq and base64', () => {
    const stored = fields(sealEnvelope(payload, 'text/x', signer))
    expect(Object.keys(stored)).toEqual(['payloadType', 'payload', 'sha256', 'signatures'])
    expect(Buffer.from(stored.payload, 'base64')).toEqual(payload)
    expect(stored.signatures[0].keyid).toBe(keys.public)
  })

  it('say who signed, and whether that is trusted', () => {
    const signed = sealEnvelope(payload, 'text/x', signer)
    const unsigned = sealEnvelope(payload, 'text/x')
    const base = { payload, payloadType: 'text/x' }
    expect(openEnvelope(signed)).toEqual({ ...base, signedBy: keys.public, trusted: true })
    expect(openEnvelope(signed, { trust: [] }).trusted).toBe(true)
    expect(openEnvelope(signed, { trust: [other.public, keys.public] }).trusted).toBe(true)
    expect(openEnvelope(signed, { trust: [other.public] })).toEqual({
      ...base,
      signedBy: keys.public,
      trusted: false,
    })
    expect(openEnvelope(unsigned)).toEqual({ ...base, signedBy: undefined, trusted: true })
    expect(openEnvelope(unsigned, { trust: [keys.public] }).trusted).toBe(false)
  })

  it.each([
    [
      'another payload',
      { payload: Buffer.from('{"a": 2}').toString('base64') },
      'does not match its sha-256',
    ],
    ['another type', { payloadType: 'text/y' }, 'signature does not fit'],
    ["another's key", { signatures: [{ keyid: other.public, sig: 'AAAA' }] }, 'signature does not fit'],
    ['an unknown kind of key', { signatures: [{ keyid: 'rsa:AAAA', sig: 'AAAA' }] }, 'signatures.0.keyid'],
    [
      'base64 with loose bits',
      { payload: `${payload.toString('base64').slice(0, -2)}1=` },
      'payload: no base64',
    ],
    ['a signature that is no base64', { signatures: [{ keyid: keys.public, sig: '!' }] }, 'signatures.0.sig'],
    [
      'two signatures',
      {
        signatures: [
          { keyid: 'a', sig: 'b' },
          { keyid: 'a', sig: 'b' },
        ],
      },
      'signatures:',
    ],
    ['a further field', { extra: 1 }, 'extra'],
    ['a hash in capitals', { sha256: 'A'.repeat(64) }, 'sha256:'],
  ])('refuse %s', (_, change, reason) => {
    expect(() => openEnvelope(altered(change))).toThrow(reason)
  })

  it.each([
    ['no JSON', Buffer.from('{')],
    ['no UTF-8', Buffer.from([0x22, 0xff, 0x22])],
    ['nothing', Buffer.alloc(0)],
    ['null', Buffer.from('null')],
  ])('refuse %s with the code asked for', (_, bytes) => {
    const naming = { code: 'object-damaged', what: 'the proof', key: 'proofs/x' } as const
    expect(() => openEnvelope(bytes, { naming })).toThrow(
      expect.objectContaining({
        code: 'object-damaged',
        message: expect.stringContaining('the proof proofs/x'),
      }),
    )
    expect(() => openEnvelope(bytes)).toThrow(expect.objectContaining({ code: 'manifest-damaged' }))
  })
})
