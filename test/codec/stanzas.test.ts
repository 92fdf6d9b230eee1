import { expect, it } from 'vitest'
import { encryptBytes } from '../../src/codec/age/bytes.ts'
import { generateKeyPair } from '../../src/codec/age/keys.ts'
import { stanzaTypes } from '../../src/codec/age/stanzas.ts'
import { Secret } from '../../src/domain/secret.ts'

const plain = Buffer.from('a key')

it('counts the recipients of an age file, and knows a passphrase', async () => {
  const pairs = [await generateKeyPair(), await generateKeyPair()]
  const two = await encryptBytes(plain, { recipients: pairs.map(({ recipient }) => recipient) })
  expect(stanzaTypes(two)).toEqual(['X25519', 'X25519'])
  expect(stanzaTypes(await encryptBytes(plain, { passphrase: new Secret('correct horse') }))).toEqual([
    'scrypt',
  ])
})

it('passes over grease, and finds nothing in what is no age file or cut off', async () => {
  const { recipient } = await generateKeyPair()
  const file = Buffer.from(await encryptBytes(plain, { recipients: [recipient] })).toString('latin1')
  const greased = file.replace('\n---', '\n-> abc-grease x\n\n---')
  expect(stanzaTypes(Buffer.from(greased, 'latin1'))).toEqual(['X25519'])
  expect(stanzaTypes(Buffer.from(file.slice(0, 40), 'latin1'))).toEqual([])
  expect(stanzaTypes(Buffer.alloc(2 ** 21))).toEqual([])
})
