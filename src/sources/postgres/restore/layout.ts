import type { Chain, ChainLink, StoredStream } from '../../../domain/source.ts'
import { HoldfastError } from '../../../errors/error.ts'
import type { DatabaseFingerprint, ServerFingerprint } from '../../fingerprint.ts'
import { globalsStream } from '../dump/globals-stream.ts'

/** How the dump of a database is written. */
export type DumpFormat = 'custom' | 'plain' | 'directory'

/** One database of a backup. */
export interface StoredDatabase {
  /** Its name; undefined for a backup that lost what it says of itself. */
  readonly name?: string
  readonly stream: StoredStream
  readonly format: DumpFormat
  readonly fingerprint?: DatabaseFingerprint
}

/** What a backup of dumps is made of. */
export interface StoredDump {
  readonly link: ChainLink
  readonly databases: readonly StoredDatabase[]
  /** Roles and tablespaces, as SQL. */
  readonly globals?: StoredStream
  readonly fingerprint?: ServerFingerprint
  /** The oldest major of server and clients that can take it. */
  readonly major: number
  /** Of the server that was dumped; 0 where the backup does not say. */
  readonly serverMajor: number
  readonly systemIdentifier?: string
}

const formats: Readonly<Record<string, DumpFormat>> = {
  'application/vnd.postgresql.custom': 'custom',
  'application/sql': 'plain',
  'application/x-tar': 'directory',
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) ? value : undefined
}

function databaseOf(stream: StoredStream, fingerprint: ServerFingerprint | undefined): StoredDatabase {
  const format = formats[stream.mediaType]
  if (format === undefined) {
    throw new HoldfastError('format-unsupported', `the stream ${stream.name} is ${stream.mediaType}`, {
      hint: 'Use the version of Holdfast that made the backup, or a newer one.',
      context: { stream: stream.name },
    })
  }
  const own = fingerprint?.databases.find((database) => database.stream === stream.name)
  const name = own?.database ?? /^dump-(.+)$/s.exec(stream.name)?.[1]
  return { stream, format, ...(name !== undefined && { name }), ...(own && { fingerprint: own }) }
}

/** Reads what a backup says of itself. Errors: `chain-broken`, `format-unsupported`. */
export function storedDump(chain: Chain): StoredDump {
  const [link] = chain
  if (link === undefined || chain.length > 1) {
    throw new HoldfastError('chain-broken', 'a dump has no incremental backups', {
      hint: 'Restore a backup of level 0.',
    })
  }
  const fingerprint = link.fingerprint as ServerFingerprint | undefined
  const { description } = link
  const globals = link.streams.find(({ name }) => name === globalsStream)
  const { systemIdentifier } = description
  return {
    link,
    databases: link.streams
      .filter((stream) => stream !== globals)
      .map((stream) => databaseOf(stream, fingerprint)),
    ...(globals && { globals }),
    ...(fingerprint && { fingerprint }),
    major: numberOf(description.restoreNeedsMajor) ?? numberOf(description.serverMajor) ?? 0,
    serverMajor: numberOf(description.serverMajor) ?? 0,
    ...(typeof systemIdentifier === 'string' && { systemIdentifier }),
  }
}
