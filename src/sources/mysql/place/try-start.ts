import { dirname } from 'node:path'
import type { SourceContext } from '../../../domain/source.ts'
import { HoldfastError, hasCode } from '../../../errors/error.ts'
import { inspectContainer } from '../../../process/docker/inspect.ts'
import { dockerOf } from '../connection/container.ts'
import { openSession } from '../connection/session.ts'
import { serverOptions } from '../physical/server-options.ts'
import { listDatabases } from '../server/facts.ts'
import { listTables } from '../server/tables.ts'
import type { MysqlSettings } from '../settings.ts'
import { imageOf, startInContainer } from '../throwaway/container.ts'
import { startLocal } from '../throwaway/local.ts'
import { findServer } from '../throwaway/programs.ts'
import type { Throwaway } from '../throwaway/server.ts'
import type { Staged } from './origin.ts'

async function start(
  context: SourceContext,
  settings: MysqlSettings,
  staged: Staged,
  staging: string,
  container: string | undefined,
): Promise<Throwaway | undefined> {
  const { version } = staged
  const options = [...staged.options, ...(await serverOptions(staging))]
  if (container !== undefined) {
    const { image } = await inspectContainer(dockerOf(context, settings.dockerCommand), container)
    const docker = settings.dockerCommand
    return startInContainer(context, { docker, image, datadir: staging, options, access: 'everybody' })
  }
  const program = await findServer(context, version.flavor)
  const fits = program?.version.major === version.major && program.version.minor === version.minor
  if (program === undefined || !fits) {
    const plan = { docker: settings.dockerCommand, image: imageOf(version), datadir: staging, options }
    return startInContainer(context, { ...plan, access: 'everybody' }).catch((error: unknown) => {
      if (hasCode(error, 'docker-unavailable', 'image-unavailable')) return undefined
      throw error
    })
  }
  return startLocal(context, { program, datadir: staging, prepared: true, options, access: 'everybody' })
}

/** Tables that people have, for the comparison after the real start. */
export async function countTables(address: Throwaway['address'], signal: AbortSignal): Promise<number> {
  const session = await openSession(address, signal)
  try {
    const tables = await listTables(session, await listDatabases(session))
    return tables.filter(({ isView }) => !isView).length
  } finally {
    await session.close()
  }
}

/**
 * Starts a server on the staged data once, before anything of the old one is touched, and ends it in good order. Returns
 * the number of tables. Errors: `restore-failed` where it does not start, or where there is no server of that version to
 * try it with (`force` goes on with undefined).
 */
export async function tryStart(
  context: SourceContext,
  settings: MysqlSettings,
  staged: Staged,
  { staging, container, force }: { staging: string; container: string | undefined; force: boolean },
): Promise<number | undefined> {
  let server: Throwaway | undefined
  try {
    server = await start(context, settings, staged, staging, container)
  } catch (error) {
    context.signal.throwIfAborted()
    if (!(error instanceof HoldfastError)) throw error
    throw new HoldfastError('restore-failed', `no server starts on the restored data: ${error.message}`, {
      hint: `The old data is untouched. Choose another backup, or look at the log in ${dirname(staging)}.`,
      context: error.context,
      cause: error,
    })
  }
  if (server === undefined) {
    if (force) return undefined
    const { flavor, major, minor } = staged.version
    throw new HoldfastError(
      'restore-failed',
      `there is no ${flavor} ${major}.${minor} here to try the data with`,
      {
        hint: 'Run the restore on the host of the server, or add --force to put the data in place untried.',
      },
    )
  }
  try {
    return await countTables(server.address, context.signal)
  } finally {
    await server.stop()
  }
}
