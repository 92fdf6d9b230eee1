import { HoldfastError } from '../../../errors/error.ts'

/** A row of pgbak's table `servers`, and the size of its last good backup. */
export interface PgbakServer {
  readonly id: number
  readonly url: string
  readonly everyHours: number
  readonly archiveName: string
  /** Empty: that of the environment. */
  readonly password: string
  readonly bucket: string
  readonly keyId: string
  readonly appKey: string
  readonly pings: { readonly start: string; readonly success: string; readonly fail: string }
  /** Stored bytes; undefined where none succeeded. */
  readonly lastBytes: number | undefined
}

type Row = Readonly<Record<string, unknown>>

const text = (row: Row, ...names: string[]): string => {
  for (const name of names) {
    const value = row[name]
    if (value !== null && value !== undefined && String(value).trim() !== '') return String(value).trim()
  }
  return ''
}

function unreadable(file: string, why: string, cause?: unknown): HoldfastError {
  return new HoldfastError('config-file-unreadable', `${file} is not a database of pgbak: ${why}`, {
    hint: 'Set DB_PATH to the backup.sqlite of pgbak.',
    context: { path: file },
    ...(cause === undefined ? {} : { cause }),
  })
}

function rowsOf(file: string): { servers: Row[]; sizes: Map<number, number> } {
  // By its name at run time: bundlers do not know it.
  const { DatabaseSync } = process.getBuiltinModule('node:sqlite')
  let database: InstanceType<typeof DatabaseSync> | undefined
  try {
    database = new DatabaseSync(file, { readOnly: true })
    const servers = database.prepare('SELECT * FROM servers ORDER BY id').all() as Row[]
    // Of equal times the later row counts; what failed has no size.
    const log = database
      .prepare(
        "SELECT server_id, file_size FROM backup_log WHERE success <> '0' AND file_size > 0 ORDER BY ts, rowid",
      )
      .all() as Row[]
    const sizes = new Map(log.map((row) => [Number(row.server_id), Math.round(Number(row.file_size))]))
    return { servers, sizes }
  } catch (error) {
    throw unreadable(file, (error as Error).message, error)
  } finally {
    database?.close()
  }
}

/**
 * The servers of a pgbak database, of its older schemas too: there `dms_id` was what is `hc_url_success` now. Nothing is
 * written to it. Errors: `config-file-unreadable`.
 */
export function readPgbak(file: string): readonly PgbakServer[] {
  const { servers, sizes } = rowsOf(file)
  if (servers.length === 0) throw unreadable(file, 'it has no servers')
  return servers.map((row) => {
    const id = Number(row.id)
    const url = text(row, 'connection_string')
    if (!/^postgres(ql)?:\/\//.test(url)) {
      throw unreadable(file, `server ${id} has no connection string postgres://…`)
    }
    return {
      id,
      url,
      everyHours: Math.max(1, Number(row.frequency_hrs) || 1),
      archiveName: text(row, 'archive_name'),
      password: text(row, 'archive_password'),
      bucket: text(row, 'B2_BUCKET'),
      keyId: text(row, 'B2_KEY_ID'),
      appKey: text(row, 'B2_APP_KEY'),
      pings: {
        start: text(row, 'hc_url_start'),
        success: text(row, 'hc_url_success', 'dms_id'),
        fail: text(row, 'hc_url_fail'),
      },
      lastBytes: sizes.get(id),
    }
  })
}
