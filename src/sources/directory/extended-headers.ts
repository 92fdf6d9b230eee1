import { brokenTar } from './damage.ts'
import { type PaxRecords, parsePax } from './pax.ts'
import { padded, parseHeader } from './tar-header.ts'
import type { LongNames } from './tar-member.ts'

/** A directory of some ten million names has a list this long; what claims more is damaged. */
const longest = 512 * 1024 * 1024

/** The headers that stand before a member: pax (`x`, `g`) and GNU's long names (`L`, `K`). */
export interface ExtendedHeaders {
  /** Starts one of them; false when the block is the header of a member. */
  begin(block: Buffer, offset: number): boolean
  /** Bytes of its data, padding included. */
  dataLength(): number
  /** Takes its data. */
  read(data: Buffer, offset: number): void
  records(): PaxRecords
  longNames(): LongNames
  /** Whether something waits for its member. */
  pending(): boolean
  /** The member came. */
  clear(): void
}

export function createExtendedHeaders(): ExtendedHeaders {
  let type = ''
  let size = 0
  let globals: PaxRecords = {}
  let pax: PaxRecords | undefined
  let long: LongNames | undefined
  return {
    begin(block, offset) {
      const flag = String.fromCharCode(block[156] as number)
      if (flag !== 'x' && flag !== 'g' && flag !== 'L' && flag !== 'K') return false
      type = flag
      size = parseHeader(block, offset).size
      if (size > longest) throw brokenTar('an extended header too large', offset)
      return true
    },
    dataLength: () => padded(size),
    read(data, offset) {
      const body = data.subarray(0, size)
      if (type === 'g') {
        globals = { ...globals }
        parsePax(body, globals, offset)
      } else if (type === 'x') {
        pax = { ...globals }
        parsePax(body, pax, offset)
      } else {
        const nul = body.indexOf(0)
        long ??= {}
        long[type === 'L' ? 'path' : 'link'] = body.toString('latin1', 0, nul < 0 ? body.length : nul)
      }
    },
    records: () => pax ?? globals,
    longNames: () => long ?? {},
    pending: () => pax !== undefined || long !== undefined,
    clear() {
      pax = undefined
      long = undefined
    },
  }
}
