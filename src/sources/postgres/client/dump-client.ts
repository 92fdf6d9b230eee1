import type { SourceContext } from '../../../domain/source.ts'
import { type ChildConnection, prepareChildren } from '../connection/child.ts'
import type { ConnectionSettings, ServerPlace } from '../connection/resolve.ts'
import { chooseProgram, programMissing } from './choose.ts'
import type { DumpClient } from './client.ts'
import { openImageClient } from './image-client.ts'
import { beside, findPrograms } from './programs.ts'

/** Messages are read, and so have to be in one language. */
const language = { LC_ALL: 'C' }

async function openHostClient(
  children: ChildConnection,
  major: number,
  context: SourceContext,
): Promise<DumpClient> {
  const programs = await findPrograms('pg_dump', context)
  const found = chooseProgram(programs, major)
  if (found === undefined) throw programMissing('pg_dump', major, programs)
  return {
    version: found.version,
    major: found.major,
    call: (program, args) => ({
      command: beside(found, program),
      args,
      environment: { ...children.environment, ...language },
      signal: context.signal,
    }),
    conninfo: children.conninfo,
    dispose: children.dispose,
  }
}

/**
 * The client for a server of `major`: of this host, or of an image. Errors: `database-client-missing`, those of Docker.
 */
export async function openDumpClient(
  wanted: 'auto' | { readonly image: string },
  server: { readonly major: number; readonly settings: ConnectionSettings; readonly place: ServerPlace },
  context: SourceContext,
): Promise<DumpClient> {
  const { settings, place, major } = server
  const children = await prepareChildren(settings, place, context.environment)
  try {
    return wanted === 'auto'
      ? await openHostClient(children, major, context)
      : await openImageClient(wanted.image, children, server, context)
  } catch (error) {
    await children.dispose()
    throw error
  }
}
