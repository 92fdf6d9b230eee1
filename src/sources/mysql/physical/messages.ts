/** What a line of a hot copy's log means for those who write to the server. */
export type Notice = 'locked' | 'unlocked' | 'completed'

const patterns: readonly (readonly [Notice, RegExp])[] = [
  ['completed', /completed OK!\s*$/],
  // mariadb-backup since 10.5: from FLUSH on writes wait, first those of tables without transactions, then commits.
  ['locked', /Starting BACKUP STAGE FLUSH/],
  ['unlocked', /Executing BACKUP STAGE END|All tables unlocked/],
  // XtraBackup, and mariadb-backup before that. LOCK INSTANCE FOR BACKUP only holds up DDL.
  ['locked', /Executing (?:FLUSH TABLES WITH READ LOCK|LOCK TABLES FOR BACKUP|LOCK BINLOG FOR BACKUP)/],
  ['unlocked', /Executing UNLOCK (?:TABLES|BINLOG)/],
]

/** What a line means; undefined for one that says nothing of locks. */
export function noticeOf(line: string): Notice | undefined {
  return patterns.find(([, pattern]) => pattern.test(line))?.[0]
}

/** The numbers of `xtrabackup_checkpoints`. */
export interface Checkpoints {
  readonly type: string
  readonly fromLsn: string
  readonly toLsn: string
  readonly lastLsn: string
}

/** Reads `name = value` lines. */
export function readPairs(text: string): ReadonlyMap<string, string> {
  return new Map(
    text.split('\n').flatMap((line) => {
      const [, name, value] = /^(\w+)\s*=\s*(.*)$/.exec(line) ?? []
      return name === undefined || value === undefined ? [] : [[name, value.trim()] as const]
    }),
  )
}

/** What a copy says of itself; undefined where the file is not one of these. */
export function parseCheckpoints(text: string): Checkpoints | undefined {
  const pairs = readPairs(text)
  const toLsn = pairs.get('to_lsn') ?? ''
  if (!/^\d+$/.test(toLsn)) return undefined
  return {
    type: pairs.get('backup_type') ?? '',
    fromLsn: pairs.get('from_lsn') ?? '0',
    toLsn,
    lastLsn: pairs.get('last_lsn') ?? toLsn,
  }
}

/** Where the binary log stood at the end of the copy, as `xtrabackup_info` says it: `bin.000003:322`. */
export function binlogIn(info: string): string | undefined {
  const match = /binlog_pos = filename '([^']+)', position '(\d+)'/.exec(info)
  return match ? `${match[1]}:${match[2]}` : undefined
}
