import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findTool } from '../../../src/process/tools.ts'
import { postgresPrograms } from '../../services/postgres-installation.ts'
import { path } from '../../services/program.ts'

/** A directory of programs to be put first on PATH. */
export interface FaultyTools {
  readonly directory: string
  remove(): void
}

/** What `FAULT` makes of a dump: a table is left out, or a row is altered on the way. Without it nothing. */
const dump = (program: string, leaveOut: string, row: string) => `#!/usr/bin/env bash
set -euo pipefail
case "\${FAULT:-}" in
  # Some options must come first, and after the last there may be names only.
  table) exec '${program}' "$1" ${leaveOut} "\${@:2}" ;;
  row) '${program}' "$@" | LC_ALL=C sed '${row}' ;;
  slow) '${program}' "$@" | LC_ALL=C sed '/^INSERT INTO/i SELECT SLEEP(3600);' ;;
  *) exec '${program}' "$@" ;;
esac
`

/** A server that real settings of another server keep from starting, or that lacks what another one has. */
const server = (program: string, setting: string, without = '') => `#!/bin/sh
case "\${FAULT:-}$1" in
  *--version) ;;
  server*) exec '${program}' "$@" ${setting} ;;
  feature*) exec '${program}' "$@" ${without} ;;
esac
exec '${program}' "$@"
`

/**
 * The real programs of both databases behind scripts that make the mistakes of real ones when `FAULT` says so: `table`,
 * `row`, `server` or `feature`. The data that a backup recorded is then honest, and what comes back is not the same.
 */
export async function faultyTools(): Promise<FaultyTools> {
  // Servers run as somebody else where this is root, and have to get in.
  const directory = mkdtempSync(join(tmpdir(), 'holdfast-faulty-'))
  chmodSync(directory, 0o755)
  const real = postgresPrograms(15) ?? ''
  const [mariadbDump = '', mariadbd = ''] = await Promise.all(
    ['mariadb-dump', 'mariadbd'].map((name) => findTool(name, { PATH: `${path}:/usr/sbin` })),
  )
  const write = (folder: string, name: string, text: string) => {
    mkdirSync(join(directory, folder), { recursive: true, mode: 0o755 })
    writeFileSync(join(directory, folder, name), text, { mode: 0o755 })
  }
  const pg = (name: string) => join(real, name)
  write('bin', 'pg_dump', dump(pg('pg_dump'), '--exclude-table=public.users', 's/ring 7$/RING 7/'))
  write('bin', 'mariadb-dump', dump(mariadbDump, '--ignore-table=sales.users', 's/brooch 7/BROOCH 7/'))
  write('bin', 'postgres', server(pg('postgres'), '-c io_method=worker'))
  write('bin', 'mariadbd', server(mariadbd, '--innodb-dedicated-server', '--skip-partition'))
  for (const name of ['pg_dumpall', 'pg_restore', 'psql', 'initdb'])
    symlinkSync(pg(name), join(directory, 'bin', name))
  return {
    directory: join(directory, 'bin'),
    remove: () => rmSync(directory, { recursive: true, force: true }),
  }
}
