import { join } from 'node:path'
import type { SourceContext } from '../../../../domain/source.ts'
import { HoldfastError } from '../../../../errors/error.ts'
import { runTool } from '../../../../process/run-tool.ts'
import { findTool } from '../../../../process/tools.ts'
import { type Unprivileged, unprivilegedUser } from '../../../../process/unprivileged.ts'
import { findPrograms } from '../../client/programs.ts'
import { localPrograms, type ServerPrograms } from '../../throwaway/programs.ts'
import { runServer } from '../../throwaway/run-server.ts'
import type { Bench } from './bench.ts'

function missing(program: string, major: number): HoldfastError {
  return new HoldfastError('tool-missing', `${program} of PostgreSQL ${major} itself is not on this host`, {
    hint: `Install it: \`apt-get install postgresql-${major}\` (Debian, Ubuntu) or \`dnf install postgresql${major}-server\` (RHEL, Fedora).`,
    context: { tool: program, major },
  })
}

/** The programs of exactly that major on this host. Errors: `tool-missing`. */
async function programsOf(
  major: number,
  user: Unprivileged | undefined,
  context: SourceContext,
): Promise<ServerPrograms> {
  const found = await localPrograms(major, user, context)
  if (found.major === major) return found
  throw missing('postgres', major)
}

/** A bench of this host's own programs. Errors: `tool-missing`. */
export async function openLocalBench(major: number, context: SourceContext): Promise<Bench> {
  const user = await unprivilegedUser(['postgres'])
  const programs = await programsOf(major, user, context)
  const { environment, signal } = context
  // A host may have links to some of them on PATH, and the rest elsewhere.
  const pathOf = async (program: string): Promise<string | undefined> =>
    (await findTool(join(programs.directory, program), environment)) ??
    (await findPrograms(program, context)).find((found) => found.major === major)?.path
  return {
    version: programs.version,
    owner: user,
    async run(program, args, { acceptedExits = [0] } = {}) {
      const command = await pathOf(program)
      if (command === undefined) throw missing(program, major)
      return runTool({ command, args, environment: { ...environment, LC_ALL: 'C' }, signal, acceptedExits })
    },
    has: async (program) => (await pathOf(program)) !== undefined,
    start: (start) => runServer({ ...start, programs, user }, context),
    close: async () => undefined,
  }
}
