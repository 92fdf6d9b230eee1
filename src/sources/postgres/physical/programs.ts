import type { SourceContext } from '../../../domain/source.ts'
import { HoldfastError } from '../../../errors/error.ts'
import { findPrograms } from '../client/programs.ts'

/**
 * The path of a program that belongs to a server, of exactly its major: files of a data directory mean something else to
 * every other one. Errors: `tool-missing`.
 */
export async function serverProgram(name: string, major: number, context: SourceContext): Promise<string> {
  const programs = await findPrograms(name, context)
  const found = programs.find((program) => program.major === major)
  if (found !== undefined) return found.path
  const there = programs.map(({ version }) => version).join(', ')
  throw new HoldfastError(
    'tool-missing',
    `${name} of PostgreSQL ${major} is not installed${there === '' ? '' : `, only ${there}`}`,
    {
      hint: `Install it: \`apt-get install postgresql-${major}\` (Debian, Ubuntu) or \`dnf install postgresql${major}-server\` (RHEL, Fedora).`,
      context: { tool: name, major },
    },
  )
}
