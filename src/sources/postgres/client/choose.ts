import { HoldfastError } from '../../../errors/error.ts'
import type { PostgresProgram } from './programs.ts'

/** Of `major` itself, else of the next newer one: an older program does not understand a newer server. */
export function chooseProgram(
  programs: readonly PostgresProgram[],
  major: number,
): PostgresProgram | undefined {
  return programs
    .filter((program) => program.major >= major)
    .reduce<PostgresProgram | undefined>(
      (best, program) => (best === undefined || program.major < best.major ? program : best),
      undefined,
    )
}

/** What else helps where a program is not on this host. */
const alternatives: Readonly<Record<string, (major: number) => string>> = {
  pg_dump: (major) => `let it run in a container with \`client: {image: "postgres:${major}"}\``,
  pg_restore: () => 'write the dump to a file with --to FILE, and load it on a host that has it',
}

/** The error for a major that no program is new enough for: `database-client-missing`. */
export function programMissing(
  name: string,
  major: number,
  programs: readonly PostgresProgram[],
): HoldfastError {
  const there = programs.map(({ version }) => version).join(', ')
  const found = there === '' ? 'there is none on this host' : `this host has ${there}`
  const otherwise = alternatives[name]?.(major)
  return new HoldfastError('database-client-missing', `${name} ${major} or newer is needed, and ${found}`, {
    hint:
      `Install it: \`apt-get install postgresql-client-${major}\` (Debian, Ubuntu), \`dnf install postgresql${major}\` ` +
      `(RHEL, Fedora) or \`brew install libpq\` (macOS)${otherwise === undefined ? '' : `; or ${otherwise}`}.`,
    context: { tool: name, major, found: programs.map(({ version }) => version) },
  })
}
