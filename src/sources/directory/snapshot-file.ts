import type { ByteString } from '../../domain/index-entry.ts'
import { HoldfastError } from '../../errors/error.ts'

/** One directory in GNU tar's snapshot file. Numbers stay text: they are only compared and copied. */
export interface SnapshotDirectory {
  readonly nfs: string
  readonly seconds: string
  readonly nanoseconds: string
  readonly device: string
  readonly inode: string
  /** As tar names it: `.`, `./a`. */
  readonly name: ByteString
  /** See `dumpdir.ts`; without the final NUL. */
  readonly names: Buffer
}

/** GNU tar's `--listed-incremental` file, format 2 (GNU tar manual, "Format of the Incremental Snapshot Files"). */
export interface SnapshotFile {
  /** `GNU tar-1.34-2`. */
  readonly header: string
  /** Start of the run that wrote it, nanoseconds since the epoch. */
  readonly time: bigint
  readonly directories: readonly SnapshotDirectory[]
}

const billion = 1_000_000_000n

function unusable(what: string): HoldfastError {
  return new HoldfastError('state-unusable', `the list of the previous backup is not usable: ${what}`, {
    hint: 'Make a full backup: `holdfast backup --level 0`.',
  })
}

/** Parses a snapshot file; `state-unusable` for anything but a whole file of format 2. Lists are views of `data`. */
export function parseSnapshotFile(data: Buffer): SnapshotFile {
  const newline = data.indexOf(10)
  const header = newline < 0 ? '' : data.toString('latin1', 0, newline)
  if (!/^GNU tar-.+-2$/.test(header)) throw unusable('not a snapshot file of format 2')
  let position = newline + 1
  const field = (): string => {
    const nul = data.indexOf(0, position)
    if (nul < 0) throw unusable('it ends early')
    const text = data.toString('latin1', position, nul)
    position = nul + 1
    return text
  }
  const number = (): string => {
    const text = field()
    if (!/^-?\d+$/.test(text)) throw unusable('a bad number')
    return text
  }
  const names = (): Buffer => {
    const start = position
    while (data[position] !== 0) {
      const nul = data.indexOf(0, position)
      if (nul < 0) throw unusable('it ends early')
      position = nul + 1
    }
    if (data[position + 1] !== 0) throw unusable('a list without an end')
    const list = data.subarray(start, position)
    position += 2
    return list
  }
  const time = BigInt(number()) * billion + BigInt(number())
  const directories: SnapshotDirectory[] = []
  while (position < data.length) {
    directories.push({
      nfs: number(),
      seconds: number(),
      nanoseconds: number(),
      device: number(),
      inode: number(),
      name: field(),
      names: names(),
    })
  }
  return { header, time, directories }
}

/** The bytes of a snapshot file, as GNU tar writes and reads them. */
export function writeSnapshotFile(snapshot: SnapshotFile): Buffer {
  const seconds = snapshot.time / billion
  const parts: Buffer[] = [
    Buffer.from(`${snapshot.header}\n${seconds}\0${snapshot.time - seconds * billion}\0`, 'latin1'),
  ]
  const end = Buffer.alloc(2)
  for (const { nfs, seconds, nanoseconds, device, inode, name, names } of snapshot.directories) {
    parts.push(
      Buffer.from(`${nfs}\0${seconds}\0${nanoseconds}\0${device}\0${inode}\0${name}\0`, 'latin1'),
      names,
      end,
    )
  }
  return Buffer.concat(parts)
}
