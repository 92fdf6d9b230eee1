/** Reads the head and the table of contents of a custom-format archive (docs of the format: pg_backup_archiver.c). */
export interface ArchiveToc {
  /** Where the data blocks begin. */
  readonly bytes: number
  /** Bytes of a number in the archive, without its sign. */
  readonly intSize: number
  /** Entries that have a block of data each. */
  readonly withData: ReadonlySet<number>
}

/** What ended before it was complete: more bytes may make it so. */
class Incomplete extends Error {}

class Reader {
  at = 0
  intSize = 4
  readonly bytes: Buffer
  constructor(bytes: Buffer) {
    this.bytes = bytes
  }

  skip(count: number): void {
    this.at += count
    if (this.at > this.bytes.length) throw new Incomplete()
  }

  byte(): number {
    this.skip(1)
    return this.bytes[this.at - 1] ?? 0
  }

  int(): number {
    const negative = this.byte() !== 0
    this.skip(this.intSize)
    const value = this.bytes.readUIntLE(this.at - this.intSize, Math.min(this.intSize, 6))
    return negative ? -value : value
  }

  /** A text, whose absence is told from the empty one. */
  text(): boolean {
    const length = this.int()
    if (length > 0) this.skip(length)
    return length >= 0
  }
}

const version = (major: number, minor: number): number => major * 1000 + minor
/** The newest that is known here. A newer one may have other fields: it is not read. */
const newest = version(1, 16)
const oldest = version(1, 12)

function readEntry(reader: Reader, archive: number, offsetSize: number, withData: Set<number>): void {
  const id = reader.int()
  if (reader.int() !== 0) withData.add(id)
  // Both OIDs, tag and kind; the section; definition, drop and copy statements; schema, tablespace.
  for (let field = 0; field < 4; field++) reader.text()
  reader.int()
  for (let field = 0; field < 5; field++) reader.text()
  if (archive >= version(1, 14)) reader.text()
  if (archive >= version(1, 16)) reader.int()
  // The owner, and whether there are OIDs.
  reader.text()
  reader.text()
  while (reader.text());
  reader.skip(1 + offsetSize)
}

function readToc(bytes: Buffer): ArchiveToc | 'unknown' {
  const reader = new Reader(bytes)
  reader.skip(5)
  if (bytes.toString('latin1', 0, 5) !== 'PGDMP') return 'unknown'
  const archive = version(reader.byte(), reader.byte())
  reader.byte()
  if (archive < oldest || archive > newest) return 'unknown'
  reader.intSize = reader.byte()
  const offsetSize = reader.byte()
  reader.byte()
  if (archive >= version(1, 15)) reader.byte()
  else reader.int()
  for (let field = 0; field < 7; field++) reader.int()
  for (let field = 0; field < 3; field++) reader.text()
  const withData = new Set<number>()
  for (let left = reader.int(); left > 0; left--) readEntry(reader, archive, offsetSize, withData)
  return { bytes: reader.at, intSize: reader.intSize, withData }
}

/** Undefined where the table goes on behind these bytes; `unknown` for what is no archive of a version known here. */
export function parseToc(bytes: Buffer): ArchiveToc | 'unknown' | undefined {
  try {
    return readToc(bytes)
  } catch (error) {
    if (error instanceof Incomplete) return undefined
    throw error
  }
}
