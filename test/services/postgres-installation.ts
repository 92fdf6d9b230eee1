import { accessSync, constants, realpathSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { servicesDirectory } from '../../scripts/services/directory.ts'

/** The majors that tests know; 15 and 17 come with all clients, 18 as a bare server. */
export type PostgresMajor = 15 | 17 | 18

function isThere(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** The directory of a major's programs: Debian's, or what `setup:services` brought. */
export function postgresPrograms(major: PostgresMajor): string | undefined {
  const found = [
    `/usr/lib/postgresql/${major}/bin`,
    join(servicesDirectory(), 'postgresql', String(major), 'bin'),
  ].find((directory) => isThere(join(directory, 'postgres')))
  // What lies behind a link may be entered by others, where the link's own directory may not.
  return found === undefined ? undefined : realpathSync(found)
}

/** Whether servers of all these majors are on this machine. */
export function hasPostgres(...majors: readonly PostgresMajor[]): boolean {
  return majors.every((major) => postgresPrograms(major) !== undefined)
}

/** Where Debian's package puts the home of the user that it makes. */
const home = '/var/lib/postgresql'

interface Unprivileged {
  readonly uid: number
  readonly gid: number
  /** A command with which a root starts a program as that user; empty for everyone else. */
  readonly prefix: readonly string[]
}

/** The servers refuse root. Undefined uid: this process is no root, and starts them as itself. */
export function unprivileged(): Unprivileged | undefined {
  if (process.getuid?.() !== 0) return undefined
  const { uid, gid } = statSync(home, { throwIfNoEntry: false }) ?? { uid: 65_534, gid: 65_534 }
  const user = uid === 0 ? 65_534 : uid
  const group = gid === 0 ? 65_534 : gid
  // What `setup:services` installs may lie below a home directory that only root may enter; access(2) forgets that right without the bit.
  const enter = [
    '--inh-caps=-all,+dac_override',
    '--ambient-caps=-all,+dac_override',
    '--securebits=+no_setuid_fixup',
  ]
  return {
    uid: user,
    gid: group,
    prefix: ['setpriv', `--reuid=${user}`, `--regid=${group}`, '--clear-groups', ...enter, '--'],
  }
}
