import { describe, expect, it } from 'vitest'
import {
  generateSigningKey,
  parseSigningKey,
  parseTrust,
  publicKeyOf,
} from '../../src/catalog/signing-key.ts'
import { Secret } from '../../src/domain/secret.ts'
import { hasCode } from '../../src/errors/error.ts'

/** RFC 8032, section 7.1, test 2. */
const seed = Buffer.from('4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb', 'hex').toString(
  'base64',
)
const raw = Buffer.from('3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c', 'hex').toString(
  'base64',
)
const signature =
  '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00'

describe('signing keys', () => {
  it('are plain ed25519', () => {
    const signer = parseSigningKey(new Secret(`HOLDFAST-SIGNING-KEY-ed25519:${seed}`))
    expect(signer.keyid).toBe(`ed25519:${raw}`)
    expect(Buffer.from(signer.sign(Uint8Array.of(0x72))).toString('hex')).toBe(signature)
  })

  it('are read from a file with comments, and match the public half', () => {
    const { private: secret, public: text } = generateSigningKey()
    const file = new Secret(`# holdfast signing key\r\n\r\n  ${secret.reveal()}  \n# end\n`)
    expect(parseSigningKey(file).keyid).toBe(text)
    expect(secret.reveal()).toMatch(/^HOLDFAST-SIGNING-KEY-ed25519:[A-Za-z0-9+/]{43}=$/)
    expect(publicKeyOf(text)?.asymmetricKeyType).toBe('ed25519')
  })

  it.each([
    ['nothing', '# only a comment\n', 'holds no key line'],
    [
      'two keys',
      `HOLDFAST-SIGNING-KEY-ed25519:${seed}\nHOLDFAST-SIGNING-KEY-ed25519:${seed}`,
      'more than one',
    ],
    ['an age identity', 'AGE-SECRET-KEY-1ABCDEF', 'does not begin with'],
    ['a short seed', 'HOLDFAST-SIGNING-KEY-ed25519:AAAA', 'not the base64 of 32 bytes'],
    ['other base64', `HOLDFAST-SIGNING-KEY-ed25519:${seed.replace('=', '')}`, 'not the base64 of 32 bytes'],
  ])('refuse %s without repeating it', (_, text, reason) => {
    try {
      parseSigningKey(new Secret(text))
      expect.unreachable()
    } catch (error) {
      expect(hasCode(error, 'key-invalid')).toBe(true)
      expect(String(error)).toContain(reason)
      expect(String(error)).not.toContain(seed)
      expect(String(error)).not.toContain('ABCDEF')
    }
  })

  it('check a trust list', () => {
    const { public: text } = generateSigningKey()
    expect(parseTrust([text])).toEqual([text])
    for (const wrong of ['', text.slice(0, -2), text.replace('ed25519', 'rsa'), 'ed25519:AAAA']) {
      expect(() => parseTrust([text, wrong])).toThrow('is no public key of the form')
    }
  })

  it('keep being found when many keys were met', () => {
    const texts = Array.from({ length: 150 }, () => generateSigningKey().public)
    expect(texts.every((text) => publicKeyOf(text) !== undefined)).toBe(true)
    expect(publicKeyOf(texts[0] ?? '')).toBeDefined()
  })
})
