import type { StreamObserver } from '../../../domain/source.ts'
import { HoldfastError } from '../../../errors/error.ts'

const block = 512

/** The server writes one file of its own choosing at the end; anything larger is none of its manifests. */
const largestManifest = 1024 ** 3

export interface TarScan extends StreamObserver {
  /** Sizes of the regular files by name. */
  readonly files: ReadonlyMap<string, number>
  /** The content of `backup_manifest`, once the stream has ended well; absent where it holds none. */
  manifest(): Buffer | undefined
}

function broken(what: string, at: number): HoldfastError {
  return new HoldfastError('source-truncated', `the archive of pg_basebackup is broken: ${what}`, {
    hint: 'Run the backup again; read what the server logged meanwhile.',
    context: { offset: at },
  })
}

function text(header: Buffer, start: number, length: number): string {
  const end = header.indexOf(0, start)
  return header.toString('utf8', start, end < 0 || end > start + length ? start + length : end)
}

function sizeOf(header: Buffer): number {
  // Base 256, for what octal digits have no room for.
  if ((header[124] as number) >= 0x80) return Number(header.readBigUInt64BE(128))
  return Number.parseInt(text(header, 124, 12).trim() || '0', 8)
}

function isSound(header: Buffer): boolean {
  let sum = 256
  for (let index = 0; index < block; index += 1)
    if (index < 148 || index >= 156) sum += header[index] as number
  return Number.parseInt(text(header, 148, 8).trim(), 8) === sum
}

/**
 * Watches the archive that the server writes (plain ustar, as basebackup.c has it), keeps the manifest out of it, and
 * says at the end whether it was whole: `source-truncated` where it was not.
 */
export function createTarScan(): TarScan {
  const files = new Map<string, number>()
  const header = Buffer.alloc(block)
  let filled = 0
  let left = 0
  let padding = 0
  let zeros = 0
  let position = 0
  let wanted: Buffer[] | undefined
  let manifest: Buffer | undefined

  function begin(): void {
    if (header.every((byte) => byte === 0)) {
      zeros += 1
      return
    }
    if (zeros > 0) throw broken('a file after the end', position)
    if (!isSound(header)) throw broken('a header with a wrong checksum', position)
    const size = sizeOf(header)
    const regular = header[156] === 0 || header[156] === 0x30
    left = regular ? size : 0
    padding = (block - (left % block)) % block
    if (!regular) return
    const name = text(header, 0, 100)
    files.set(name, size)
    if (name !== 'backup_manifest') return
    if (size > largestManifest) throw broken('a manifest of more than 1 GiB', position)
    wanted = []
    if (left === 0) finish()
  }

  function finish(): void {
    if (wanted !== undefined) manifest = Buffer.concat(wanted)
    wanted = undefined
  }

  function step(chunk: Buffer): number {
    if (left > 0) {
      const taken = Math.min(left, chunk.length)
      // A copy: the chunk is its reader's to free.
      wanted?.push(Buffer.from(chunk.subarray(0, taken)))
      left -= taken
      if (left === 0) finish()
      return taken
    }
    if (padding > 0) {
      const taken = Math.min(padding, chunk.length)
      padding -= taken
      return taken
    }
    const taken = chunk.copy(header, filled, 0, Math.min(block - filled, chunk.length))
    filled += taken
    if (filled === block) {
      filled = 0
      begin()
    }
    return taken
  }

  return {
    files,
    manifest: () => manifest,
    write(bytes) {
      let rest = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
      while (rest.length > 0) {
        const taken = step(rest)
        position += taken
        rest = rest.subarray(taken)
      }
    },
    end() {
      if (zeros < 2 || filled > 0) throw broken('it ends early', position)
    },
  }
}
