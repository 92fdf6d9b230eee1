import type { Session } from '../connection/session.ts'

/** Names that MariaDB has given to parts of older rights. */
const alsoCalled: Readonly<Record<string, string>> = {
  'BINLOG MONITOR': 'REPLICATION CLIENT',
  'REPLICA MONITOR': 'REPLICATION CLIENT',
}

/** What a user may do on the whole server, `ALL PRIVILEGES` for everything, from the lines of `SHOW GRANTS`. */
export function globalRights(lines: readonly string[]): ReadonlySet<string> {
  const rights = new Set<string>()
  for (const line of lines) {
    const names = /^GRANT (.+) ON \*\.\* TO /i.exec(line)?.[1]
    for (const name of names?.split(',') ?? []) {
      const right = name.trim().toUpperCase()
      rights.add(alsoCalled[right] ?? right)
    }
  }
  return rights
}

/** Whether one of the rights is there. */
export function may(rights: ReadonlySet<string>, ...names: readonly string[]): boolean {
  return rights.has('ALL PRIVILEGES') || names.some((name) => rights.has(name))
}

/** The global rights of the session's own user. */
export async function readRights(session: Session): Promise<ReadonlySet<string>> {
  return globalRights((await session.rows('SHOW GRANTS')).map(([line]) => line ?? ''))
}

/** `'backup'@'%'`, for a GRANT line. */
export async function ownName(session: Session): Promise<string> {
  const name = (await session.value('SELECT CURRENT_USER()')) ?? "''@''"
  const at = name.lastIndexOf('@')
  return `'${name.slice(0, at)}'@'${name.slice(at + 1)}'`
}
