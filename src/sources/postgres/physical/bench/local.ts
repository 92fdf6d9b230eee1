import { join } from 'node:path'
import type { SourceContext } from '../../../../domain/source.ts'
import { HoldfastError } from '../../../../errors/error.ts'
import { runTool } from '../../../../process/run-tool.ts'
import { findTool } from '../../../../process/tools.ts'
import { type Unprivileged, unprivilegedUser } from '../../../../process/unprivileged.ts'
import { localPrograms, type ServerPrograms } from '../../throwaway/programs.ts'
import { runServer } from '../../throwaway/run-server.ts'
import type { Bench } from './bench.ts'

/** The programs of exactly that major on this host. Errors: `tool-missing`. */
async function programsOf(
  major: number,
  user: Unprivileged | undefined,
  context: SourceContext,
): Promise<ServerPrograms> {
  const found = await localPrograms(major, user, context)
  if (found.major === major) return found
  throw new HoldfastError(
    'tool-missing',
    `files of PostgreSQL ${major} need the programs of that major, and this host has ${found.version}`,
    {
      hint: `Install them: \`apt-get install postgresql-${major}\` (Debian, Ubuntu) or \`dnf install postgresql${major}-server\` (RHEL, Fedora).`,
      context: { tool: 'postgres', major },
    },
  )
}

/** A bench of this host's own programs. Errors: `tool-missing`. */
export async function openLocalBench(major: number, context: SourceContext): Promise<Bench> {
  const user = await unprivilegedUser(['postgres'])
  const programs = await programsOf(major, user, context)
  const { environment, signal } = context
  return {
    version: programs.version,
    owner: user,
    run: (program, args, { acceptedExits = [0] } = {}) =>
      runTool({
        command: join(programs.directory, program),
        args,
        environment: { ...environment, LC_ALL: 'C' },
        signal,
        acceptedExits,
      }),
    has: async (program) => (await findTool(join(programs.directory, program), environment)) !== undefined,
    start: (start) => runServer({ ...start, programs, user }, context),
    close: async () => undefined,
  }
}
