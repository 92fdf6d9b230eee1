import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The real tools and services that tests use, with the command that shows each. `setup:services` installs them. */
const tools: Readonly<Record<string, string>> = {
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
  mc: 'mc',
  minio: 'minio',
  openssl: 'openssl',
  openzfs: 'openzfs-uml',
  rclone: 'rclone',
  restic: 'restic',
  tmux: 'tmux',
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
  const isThere = (name: string) => folders.some((folder) => isExecutable(join(folder, tools[name] ?? name)))
  const found = Object.keys(tools).filter(isThere)
  return { found, missing: Object.keys(tools).filter((name) => !found.includes(name)) }
}
