import type { ByteString } from '../../domain/index-entry.ts'

/**
 * How GNU tar lists a directory, in archives (`GNU.dumpdir`) and snapshot files: for each name a code, the name and a
 * NUL; a NUL ends the list. Codes: `Y` in this archive, `N` not in it, `D` a directory; `R`, `T`, `X` speak of renames.
 */
export interface DumpdirName {
  readonly code: string
  readonly name: ByteString
}

/** The names of a list, in its order. Stops at the end of the list or of the buffer. */
export function* readDumpdir(list: Buffer): Generator<DumpdirName> {
  let position = 0
  while (position < list.length && list[position] !== 0) {
    const nul = list.indexOf(0, position)
    const end = nul < 0 ? list.length : nul
    yield {
      code: String.fromCharCode(list[position] as number),
      name: list.toString('latin1', position + 1, end),
    }
    position = end + 1
  }
}

/** The list as it is in a snapshot file, without its final NUL. */
export function writeDumpdir(names: Iterable<DumpdirName>): Buffer {
  let text = ''
  for (const { code, name } of names) text += `${code}${name}\0`
  return Buffer.from(text, 'latin1')
}

/** A list without some names. */
export function withoutNames(list: Buffer, names: ReadonlySet<ByteString>): Buffer {
  return writeDumpdir([...readDumpdir(list)].filter(({ name }) => !names.has(name)))
}

/** The name of `path` in its directory. */
export function nameIn(directory: ByteString, path: ByteString): ByteString {
  return directory === '' ? path : path.slice(directory.length + 1)
}
