import { createHash } from 'node:crypto'
import { HoldfastError } from '../../../errors/error.ts'

/** The stretch of the write-ahead log that a backup needs to become consistent. */
export interface WalRange {
  readonly timeline: number
  readonly start: string
  readonly end: string
}

/** What a server says of its own base backup. */
export interface BackupManifest {
  /** As text: it has more digits than a number holds. Servers before 17 leave it out. */
  readonly systemIdentifier?: string
  readonly ranges: readonly WalRange[]
  /** Bytes by path, the write-ahead log left out. Paths that are no UTF-8 are not among them. */
  readonly files: ReadonlyMap<string, number>
}

function broken(what: string): HoldfastError {
  return new HoldfastError('source-truncated', `the backup manifest of the server ${what}`, {
    hint: 'Run the backup again; read what the server logged meanwhile.',
  })
}

const fileLine = /^\{ "Path": ("(?:[^"\\]|\\.)*"), "Size": (\d+),/
const rangeLine =
  /^\{ "Timeline": (\d+), "Start-LSN": "([0-9A-F]+\/[0-9A-F]+)", "End-LSN": "([0-9A-F]+\/[0-9A-F]+)" \}/
const lastLine = /^"Manifest-Checksum": "([0-9a-f]{64})"\}\n?$/

/**
 * Reads a `backup_manifest` and checks the hash in its last line. By line, as the server writes it: there is a line for
 * each file, and JSON's numbers are too short for the identifier. Errors: `source-truncated`.
 */
export function parseBackupManifest(bytes: Uint8Array): BackupManifest {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const start = buffer.lastIndexOf('\n"Manifest-Checksum"') + 1
  const [, expected] = lastLine.exec(buffer.toString('utf8', start)) ?? []
  if (start === 0 || expected === undefined) throw broken('ends early')
  if (createHash('sha256').update(buffer.subarray(0, start)).digest('hex') !== expected)
    throw broken('does not have the hash that it names')
  const files = new Map<string, number>()
  const ranges: WalRange[] = []
  let systemIdentifier: string | undefined
  for (const line of buffer.toString('utf8', 0, start).split('\n')) {
    const [, path, size] = fileLine.exec(line) ?? []
    if (path !== undefined) files.set(JSON.parse(path), Number(size))
    const [, timeline, from, to] = rangeLine.exec(line) ?? []
    if (from !== undefined && to !== undefined)
      ranges.push({ timeline: Number(timeline), start: from, end: to })
    systemIdentifier ??= /^"System-Identifier": (\d+),/.exec(line)?.[1]
  }
  if (ranges.length === 0) throw broken('names no write-ahead log')
  return { ...(systemIdentifier === undefined ? {} : { systemIdentifier }), ranges, files }
}
