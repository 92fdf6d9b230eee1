import { join } from 'node:path'
import { loopback } from '../../../process/free-port.ts'
import type { Unprivileged } from '../../../process/unprivileged.ts'
import type { LocalPlan } from './local-plan.ts'

/** The name of the file in a server's home that is run at its start. */
export const initFile = 'init.sql'

/** Whether the server is told of a visitor by an init file. */
const hasVisitor = ({ prepared, access, keeper }: LocalPlan): boolean =>
  keeper !== undefined || (prepared === true && access !== 'everybody')

/** What keeps a throwaway server from doing anything but hold the data: no network, no events, no files, no plugins. */
export function serverArgs(
  plan: LocalPlan,
  { home, port, user }: { home: string; port: number | undefined; user: Unprivileged | undefined },
): string[] {
  const isMysql = plan.program.version.flavor === 'mysql'
  return [
    '--no-defaults',
    `--datadir=${plan.datadir}`,
    `--socket=${join(home, 'socket')}`,
    `--pid-file=${join(home, 'pid')}`,
    `--tmpdir=${join(home, 'tmp')}`,
    `--secure-file-priv=${join(home, 'empty')}`,
    ...(port === undefined ? ['--skip-networking'] : [`--bind-address=${loopback}`, `--port=${port}`]),
    // Its other protocol has a socket of its own, in a place that all servers share.
    ...(isMysql ? ['--loose-mysqlx=OFF'] : []),
    '--skip-log-bin',
    '--skip-slave-start',
    '--event-scheduler=OFF',
    '--innodb-flush-log-at-trx-commit=0',
    '--max-allowed-packet=1G',
    '--performance-schema=OFF',
    ...(hasVisitor(plan) ? [`--init-file=${join(home, initFile)}`] : []),
    ...(plan.access === 'everybody' ? ['--skip-grant-tables'] : []),
    ...(process.getuid?.() === 0 && user === undefined ? ['--user=root'] : []),
    ...(plan.options ?? []),
  ]
}
