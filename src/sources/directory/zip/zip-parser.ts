import { createHash } from 'node:crypto'
import type { ByteString } from '../../../domain/index-entry.ts'
import { type CentralRecord, endLength, readCentralRecord } from './central.ts'
import { brokenZip } from './damage.ts'
import { findDescriptor } from './find-descriptor.ts'
import { type LocalHeader, readLocalHeader, signatures } from './records.ts'

/** One entry of a zip archive as it stands there. */
export interface ZipMember {
  /** As archived: a directory ends with a slash. */
  readonly name: ByteString
  readonly crc: number
  readonly storedBytes: number
  readonly size: number
  /** Where its local header lies, and how many bytes it takes to the next record. */
  readonly offset: number
  readonly length: number
}

export interface ZipParser {
  /** Takes the next bytes, any number of them. Throws `source-truncated` for what is no zip archive. */
  write(chunk: Uint8Array): void
  /** The stream ended: throws `source-truncated` unless the archive is whole. */
  end(): void
  readonly position: number
}

type State = 'record' | 'data' | 'skip' | 'ended'

const line = (record: CentralRecord): string =>
  `${record.offset} ${record.crc} ${record.storedBytes} ${record.size} ${record.name}\n`

/**
 * Reads a zip archive as it passes, without inflating anything: finds its members, and checks that the directory at its
 * end lists just those. Pure and synchronous, memory flat.
 */
export function createZipParser(onMember: (member: ZipMember) => void): ZipParser {
  let rest: Buffer = Buffer.alloc(0)
  /** Of the first byte of `rest`. */
  let position = 0
  let state: State = 'record'
  let start = 0
  let header: LocalHeader | undefined
  let passed = 0
  let skip = 0
  const seen = createHash('sha256')
  const listed = createHash('sha256')

  function consume(bytes: number): void {
    rest = rest.subarray(bytes)
    position += bytes
  }

  function finish(numbers: Pick<ZipMember, 'crc' | 'storedBytes' | 'size'>, trailer: number): void {
    const { name, length } = header as LocalHeader
    const member = { name, offset: start, ...numbers, length: length + numbers.storedBytes + trailer }
    seen.update(line(member))
    onMember(member)
    header = undefined
    state = 'record'
  }

  /** Each returns whether it got any further. */
  function readRecord(): boolean {
    if (rest.length < 4) return false
    const signature = rest.readUInt32LE(0)
    if (signature === signatures.local) {
      header = readLocalHeader(rest)
      if (header === undefined) return false
      start = position
      passed = 0
      consume(header.length)
      state = header.descriptor ? 'data' : 'skip'
      skip = header.storedBytes
    } else if (signature === signatures.central) {
      const record = readCentralRecord(rest)
      if (record === undefined) return false
      listed.update(line(record))
      consume(record.length)
    } else {
      const length = endLength(rest, position)
      if (length === undefined) return false
      if (signature === signatures.end) state = 'ended'
      consume(length)
    }
    return true
  }

  function readData(): boolean {
    const found = findDescriptor(rest, passed)
    if ('none' in found) {
      passed += found.none
      consume(found.none)
      return false
    }
    consume(found.at + found.descriptor.length)
    finish(found.descriptor, found.descriptor.length)
    return true
  }

  function skipData(): boolean {
    const bytes = Math.min(skip, rest.length)
    skip -= bytes
    consume(bytes)
    if (skip > 0) return false
    finish(header as LocalHeader, 0)
    return true
  }

  const steps: Readonly<Record<State, () => boolean>> = {
    record: readRecord,
    data: readData,
    skip: skipData,
    ended() {
      if (rest.length > 0) throw brokenZip('bytes after the end', position)
      return false
    },
  }

  return {
    write(chunk) {
      const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
      rest = rest.length === 0 ? bytes : Buffer.concat([rest, bytes])
      while (steps[state]());
      // What is left is copied: chunks are their reader's to free.
      rest = Buffer.from(rest)
    },
    end() {
      if (state !== 'ended') throw brokenZip('it ends early', position)
      if (seen.digest('hex') !== listed.digest('hex'))
        throw brokenZip('its directory does not list what is in it', position)
    },
    get position() {
      return position + rest.length
    },
  }
}
