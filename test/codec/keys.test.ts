import { describe, expect, it } from 'vitest'
import { decryptBytes, encryptBytes } from '../../src/codec/age/bytes.ts'
import { generateKeyPair, parseIdentities, parseRecipients, recipientOf } from '../../src/codec/age/keys.ts'
import { Secret } from '../../src/domain/secret.ts'
import { HoldfastError } from '../../src/errors/error.ts'
import { sampleBytes } from './sample-bytes.ts'

function thrown(run: () => unknown): HoldfastError {
  try {
    run()
  } catch (error) {
    if (error instanceof HoldfastError) return error
    throw error
  }
  throw new Error('nothing was thrown')
}

describe('keys', () => {
  it('derive their recipient', async () => {
    const pair = await generateKeyPair()
    expect(pair.recipient).toMatch(/^age1[a-z0-9]{58}$/)
    expect(pair.identity.reveal()).toMatch(/^AGE-SECRET-KEY-1[A-Z0-9]{58}$/)
    expect(await recipientOf(new Secret(`${pair.identity.reveal()}\n`))).toBe(pair.recipient)
    await expect(recipientOf(new Secret('AGE-SECRET-KEY-1QQQ'))).rejects.toMatchObject({
      code: 'key-invalid',
    })
  })

  it('names the recipient that is none, and never shows a secret key', async () => {
    const { identity, recipient } = await generateKeyPair()
    expect(parseRecipients([` ${recipient}\n`])).toEqual([recipient])
    const wrong = thrown(() => parseRecipients([recipient, 'age1nonsense']))
    expect(wrong).toMatchObject({ code: 'key-invalid', context: { position: 2 } })
    expect(wrong.message).toContain('age1nonsense')
    const secret = thrown(() => parseRecipients([identity.reveal()]))
    expect(secret.message).toBe('recipient number 1 is a secret key')
    expect(JSON.stringify(secret)).not.toContain(identity.reveal())
  })

  it('reads identity files with comments and several keys', async () => {
    const [a, b] = [await generateKeyPair(), await generateKeyPair()]
    const text = `# created\r\n${a.identity.reveal()}\r\n\n  # other\n  ${b.identity.reveal()}\n`
    const identities = parseIdentities(new Secret(text))
    expect(identities.map((identity) => identity.reveal())).toEqual([
      a.identity.reveal(),
      b.identity.reveal(),
    ])
  })

  it.each(['', '# nothing\n', 'AGE-SECRET-KEY-1SHORT', 'age1abc', '-----BEGIN AGE ENCRYPTED FILE-----'])(
    'refuses an identity file of %j',
    (text) => {
      expect(thrown(() => parseIdentities(new Secret(text))).code).toBe('key-invalid')
    },
  )
})

describe('small encrypted objects', () => {
  it.each([0, 1, 65_535, 65_536, 65_537, 131_072, 200_000])('round trip of %i bytes', async (length) => {
    const [a, b] = [await generateKeyPair(), await generateKeyPair()]
    const plain = sampleBytes(length)
    const stored = await encryptBytes(plain, { recipients: [a.recipient, b.recipient] })
    for (const { identity } of [a, b]) {
      expect(Buffer.compare(await decryptBytes(stored, { identities: [identity] }), plain)).toBe(0)
    }
  })

  it('round trip with a passphrase, and tells a wrong one', async () => {
    const stored = await encryptBytes(Buffer.from('hello'), { passphrase: new Secret('correct horse') })
    const wrong = new Secret('wrong horse')
    const plain = await decryptBytes(stored, { passphrases: [wrong, new Secret('correct horse')] })
    expect(Buffer.from(plain).toString()).toBe('hello')
    await expect(decryptBytes(stored, { passphrases: [wrong] })).rejects.toMatchObject({
      code: 'passphrase-wrong',
    })
    const { identity } = await generateKeyPair()
    await expect(decryptBytes(stored, { identities: [identity] })).rejects.toMatchObject({
      code: 'passphrase-wrong',
      message: 'a passphrase is needed',
    })
  })

  it('tells a wrong identity from damage', async () => {
    const [a, b] = [await generateKeyPair(), await generateKeyPair()]
    const stored = await encryptBytes(Buffer.from('hello'), { recipients: [a.recipient] })
    await expect(decryptBytes(stored, { identities: [b.identity] })).rejects.toMatchObject({
      code: 'identity-wrong',
    })
    await expect(decryptBytes(stored, {})).rejects.toMatchObject({ code: 'identity-wrong' })
    for (const length of [0, 20, 167, 184, stored.length - 1]) {
      await expect(
        decryptBytes(stored.subarray(0, length), { identities: [a.identity] }),
      ).rejects.toMatchObject({
        code: 'object-damaged',
      })
    }
    const flipped = Uint8Array.from(stored)
    flipped[stored.length - 1] = (flipped[stored.length - 1] ?? 0) ^ 1
    await expect(decryptBytes(flipped, { identities: [a.identity] })).rejects.toMatchObject({
      code: 'object-damaged',
    })
  })

  it('wants recipients or a passphrase, not both and not neither', async () => {
    const { recipient } = await generateKeyPair()
    const passphrase = new Secret('some phrase')
    const plain = new Uint8Array(1)
    await expect(encryptBytes(plain, {})).rejects.toMatchObject({ code: 'recipient-missing' })
    await expect(encryptBytes(plain, { recipients: [recipient], passphrase })).rejects.toMatchObject({
      code: 'recipient-missing',
    })
    await expect(encryptBytes(plain, { recipients: ['age1x'] })).rejects.toMatchObject({
      code: 'key-invalid',
    })
  })
})
