import { constants } from 'node:fs'
import { access, stat } from 'node:fs/promises'
import { delimiter, isAbsolute, join } from 'node:path'
import { HoldfastError } from '../errors/error.ts'

interface Packages {
  readonly debian: string
  readonly rhel: string
  readonly brew: string
}

const same = (name: string): Packages => ({ debian: name, rhel: name, brew: name })
const postgresClient: Packages = { debian: 'postgresql-client', rhel: 'postgresql', brew: 'libpq' }
const postgresServer: Packages = { debian: 'postgresql', rhel: 'postgresql-server', brew: 'postgresql' }
const mysqlClient: Packages = { debian: 'default-mysql-client', rhel: 'mysql', brew: 'mysql-client' }
const mariadbClient: Packages = { debian: 'mariadb-client', rhel: 'mariadb', brew: 'mariadb' }
const mariadbBackup: Packages = { debian: 'mariadb-backup', rhel: 'mariadb-backup', brew: 'mariadb' }
const xtrabackup: Packages = {
  debian: 'percona-xtrabackup-80',
  rhel: 'percona-xtrabackup-80',
  brew: 'percona-xtrabackup',
}

const packages: Readonly<Record<string, Packages>> = {
  tar: { debian: 'tar', rhel: 'tar', brew: 'gnu-tar' },
  pg_dump: postgresClient,
  pg_dumpall: postgresClient,
  pg_restore: postgresClient,
  pg_basebackup: postgresClient,
  pg_combinebackup: postgresServer,
  pg_verifybackup: postgresServer,
  psql: postgresClient,
  initdb: postgresServer,
  pg_ctl: postgresServer,
  postgres: postgresServer,
  mysql: mysqlClient,
  mysqldump: mysqlClient,
  mariadb: mariadbClient,
  'mariadb-dump': mariadbClient,
  mariabackup: mariadbBackup,
  'mariadb-backup': mariadbBackup,
  mbstream: mariadbBackup,
  mysqld: { debian: 'default-mysql-server', rhel: 'mysql-server', brew: 'mysql' },
  mariadbd: { debian: 'mariadb-server', rhel: 'mariadb-server', brew: 'mariadb' },
  xtrabackup,
  xbstream: xtrabackup,
  zfs: { debian: 'zfsutils-linux', rhel: 'zfs', brew: 'openzfs' },
  zpool: { debian: 'zfsutils-linux', rhel: 'zfs', brew: 'openzfs' },
  zstream: { debian: 'zfsutils-linux', rhel: 'zfs', brew: 'openzfs' },
  docker: { debian: 'docker.io', rhel: 'docker-ce', brew: 'docker' },
  rclone: same('rclone'),
  '7z': { debian: 'p7zip-full', rhel: 'p7zip', brew: 'sevenzip' },
  '7zz': { debian: '7zip', rhel: '7zip', brew: 'sevenzip' },
  sendmail: { debian: 'msmtp-mta', rhel: 'msmtp', brew: 'msmtp' },
  zstd: same('zstd'),
  gzip: same('gzip'),
  age: same('age'),
}

/** The sentence that says how to get a tool. */
export function installHint(tool: string): string {
  const known = packages[tool]
  if (known === undefined) return `Install \`${tool}\`, or put the directory that holds it on PATH.`
  return (
    `Install it: \`apt-get install ${known.debian}\` (Debian, Ubuntu), \`dnf install ${known.rhel}\` (RHEL, Fedora) ` +
    `or \`brew install ${known.brew}\` (macOS), or put the directory that holds \`${tool}\` on PATH.`
  )
}

/** The error for a tool that is not there: `tool-missing`. */
export function toolMissing(tool: string, cause?: unknown): HoldfastError {
  return new HoldfastError('tool-missing', `${tool} is not installed`, {
    hint: installHint(tool),
    context: { tool },
    ...(cause === undefined ? {} : { cause }),
  })
}

async function executable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK)
    return (await stat(path)).isFile()
  } catch {
    return false
  }
}

/** The absolute path of the first executable `name` on the environment's PATH, undefined where there is none. */
export async function findTool(
  name: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<string | undefined> {
  if (name.includes('/')) return isAbsolute(name) && (await executable(name)) ? name : undefined
  for (const directory of (environment.PATH ?? '/usr/local/bin:/usr/bin:/bin').split(delimiter)) {
    if (directory === '') continue
    const path = join(directory, name)
    if (await executable(path)) return path
  }
  return undefined
}

/** As {@link findTool}, but throws `tool-missing` with what to install. */
export async function requireTool(
  name: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<string> {
  const path = await findTool(name, environment)
  if (path === undefined) throw toolMissing(name)
  return path
}
