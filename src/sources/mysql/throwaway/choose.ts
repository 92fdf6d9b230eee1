import { chmod } from 'node:fs/promises'
import { join } from 'node:path'
import type { CopyKeeper } from '../../../domain/copy.ts'
import type { DrillServer } from '../../../domain/drill.ts'
import type { SourceContext } from '../../../domain/source.ts'
import { hasCode } from '../../../errors/error.ts'
import type { Version } from '../server/flavor.ts'
import { imageOf, startInContainer } from './container.ts'
import { makeKeptPlace } from './kept-place.ts'
import { startLocal } from './local.ts'
import { findServer, noServer } from './programs.ts'
import type { Throwaway } from './server.ts'

/** What a throwaway server is wanted for. */
export interface Wanted {
  /** Of the server that was backed up. */
  readonly version: Version
  readonly scratch: string
  readonly docker: readonly string[]
  readonly options: readonly string[]
  /** A prepared copy of the data directory, in place of an empty one. */
  readonly datadir?: string
  /** The server outlives the drill. */
  readonly keeper?: CopyKeeper | undefined
}

async function local(context: SourceContext, wanted: Wanted, exact: boolean): Promise<Throwaway | undefined> {
  const program = await findServer(context, wanted.version.flavor)
  if (program === undefined) return undefined
  const { major, minor } = program.version
  if (exact && (major !== wanted.version.major || minor !== wanted.version.minor)) return undefined
  const { keeper } = wanted
  // The scratch space is root's alone; the server has to pass through it.
  if (process.getuid?.() === 0) await chmod(wanted.scratch, 0o711)
  const place = keeper ? await makeKeptPlace(context, keeper) : wanted.scratch
  return startLocal(context, {
    program,
    keeper,
    datadir: wanted.datadir ?? join(place, 'server'),
    prepared: wanted.datadir !== undefined,
    options: wanted.options,
  })
}

/** The image that a configuration names, `{major}` being the series of the server. */
export function imageNamed(image: string, { major, minor }: Version): string {
  return image.replaceAll('{major}', `${major}.${minor}`)
}

/**
 * Starts the throwaway server that a drill is to use. Where nothing is said: a server of this host of the same version,
 * else a container of that version, else whatever server of that kind this host has. Errors: `server-not-started`,
 * `tool-missing`, `docker-unavailable`, `image-unavailable`.
 */
export async function startThrowaway(
  context: SourceContext,
  server: Exclude<DrillServer, { type: 'url' }> | undefined,
  wanted: Wanted,
): Promise<Throwaway> {
  const { version, docker, options, datadir, keeper } = wanted
  const inContainer = (image: string) =>
    startInContainer(context, {
      docker,
      image,
      options,
      keeper,
      ...(datadir === undefined ? {} : { datadir }),
    })
  if (server?.type === 'image') return inContainer(imageNamed(server.image, version))
  if (server?.type === 'docker') return inContainer(imageOf(version))
  const own = await local(context, wanted, server === undefined)
  if (own !== undefined) return own
  if (server?.type === 'local') throw noServer(version.flavor)
  try {
    return await inContainer(imageOf(version))
  } catch (error) {
    if (!hasCode(error, 'docker-unavailable', 'image-unavailable')) throw error
    const other = await local(context, wanted, false)
    if (other !== undefined) return other
    throw noServer(version.flavor)
  }
}
