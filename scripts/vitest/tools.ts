import { accessSync, constants } from 'node:fs'
import { delimiter, isAbsolute, join } from 'node:path'

/** The real tools and services that tests use, with the command that shows each. `setup:services` installs them. */
const tools: Readonly<Record<string, string>> = {
  '7zip': '7zz',
  acl: 'setfacl',
  act: 'act',
  actionlint: 'actionlint',
  age: 'age',
  attr: 'setfattr',
  azurite: 'azurite-blob',
  borg: 'borg',
  busybox: 'busybox',
  chromium: 'chromium',
  docker: 'dockerd',
  jq: 'jq',
  mariadb: 'mariadbd',
  'mariadb-backup': 'mariadb-backup',
  'mariadb-client': 'mariadb-dump',
  mc: 'mc',
  minio: 'minio',
  mysql: 'mysqld-oracle',
  openssl: 'openssl',
  pgbouncer: 'pgbouncer',
  openzfs: 'openzfs-uml',
  'postgres-15': '/usr/lib/postgresql/15/bin/postgres',
  'postgres-17': 'postgres-17',
  'postgres-18': 'postgres-18',
  rclone: 'rclone',
  restic: 'restic',
  tmux: 'tmux',
  unzip: 'unzip',
  versitygw: 'versitygw',
  zstd: 'zstd',
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** The names of {@link tools} that are on `path` and those that are not. */
export function findTools(path: string): { found: string[]; missing: string[] } {
  const folders = path.split(delimiter).filter(Boolean)
  const isThere = (name: string) => {
    const command = tools[name] ?? name
    return isAbsolute(command)
      ? isExecutable(command)
      : folders.some((folder) => isExecutable(join(folder, command)))
  }
  const found = Object.keys(tools).filter(isThere)
  return { found, missing: Object.keys(tools).filter((name) => !found.includes(name)) }
}
