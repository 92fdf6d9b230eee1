import { type Descriptor, readDescriptor, signatures } from './records.ts'

const mark = Buffer.from('PK\x07\x08', 'latin1')
/** The longest descriptor and the signature of the record that follows. There always are as many bytes. */
const needed = 28

const begins = new Set<number>([signatures.local, signatures.central])

/** Where a descriptor was found, or up to where there is none. */
export type DescriptorSearch =
  | { readonly at: number; readonly descriptor: Descriptor }
  | { readonly none: number }

/**
 * Looks for the end of a member's data without inflating it; `before` bytes of the data lie in front of `bytes`. What
 * looks like a descriptor is one only if it says how long the data is and another record follows.
 */
export function findDescriptor(bytes: Buffer, before: number): DescriptorSearch {
  for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + 1)) {
    if (bytes.length - at < needed) return { none: at }
    for (const wide of [false, true]) {
      const descriptor = readDescriptor(bytes, at, wide)
      const next = bytes.readUInt32LE(at + descriptor.length)
      if (descriptor.storedBytes === before + at && begins.has(next)) return { at, descriptor }
    }
  }
  return { none: Math.max(0, bytes.length - mark.length + 1) }
}
