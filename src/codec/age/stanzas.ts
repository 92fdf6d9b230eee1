import { headerLength } from './header.ts'

/**
 * The types of the stanzas in the header of a binary age file (https://c2sp.org/age): `X25519`, `scrypt`, …, one for
 * each recipient, in order. Stanzas that other tools add as grease are left out. Empty for what is no age file.
 */
export function stanzaTypes(file: Uint8Array): readonly string[] {
  let length: number | undefined
  try {
    length = headerLength(file)
  } catch {
    return []
  }
  const header = Buffer.from(file.subarray(0, length ?? 0)).toString('latin1')
  return header
    .split('\n')
    .flatMap((line) => /^-> (\S+)/.exec(line)?.[1] ?? [])
    .filter((type) => !type.endsWith('-grease'))
}
