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

/** The error for a major that no program is new enough for: `database-client-missing`. */
export function programMissing(
  name: string,
  major: number,
  programs: readonly PostgresProgram[],
): HoldfastError {
  const there = programs.map(({ version }) => version).join(', ')
  const found = there === '' ? 'there is none on this host' : `this host has ${there}`
  return new HoldfastError('database-client-missing', `${name} ${major} or newer is needed, and ${found}`, {
    hint:
      `Install it: \`apt-get install postgresql-client-${major}\` (Debian, Ubuntu), \`dnf install postgresql${major}\` ` +
      `(RHEL, Fedora) or \`brew install libpq\` (macOS); or let it run in a container with ` +
      `\`client: {image: "postgres:${major}"}\`.`,
    context: { tool: name, major, found: programs.map(({ version }) => version) },
  })
}
