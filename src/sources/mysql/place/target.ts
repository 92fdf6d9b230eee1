import { mkdir, readdir, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import type { RestoreOptions, SourceContext } from '../../../domain/source.ts'
import { HoldfastError } from '../../../errors/error.ts'
import { inspectContainer } from '../../../process/docker/inspect.ts'
import { dockerOf } from '../connection/container.ts'
import type { MysqlSettings } from '../settings.ts'
import { controlOf } from './control.ts'
import { isInUse } from './in-use.ts'
import { isMountPoint, isOneDisk } from './move.ts'
import type { Swap } from './swap.ts'

/** Where the images of MySQL and MariaDB have their data. */
const dataInContainer = '/var/lib/mysql'

async function ofContainer(
  context: SourceContext,
  settings: MysqlSettings,
  container: string,
): Promise<string> {
  const { mounts } = await inspectContainer(dockerOf(context, settings.dockerCommand), container)
  const mount = mounts.find(({ destination }) => destination === dataInContainer)
  if (mount !== undefined) return mount.source
  throw new HoldfastError(
    'usage',
    `the container ${container} keeps its data in itself, where nothing outlives it`,
    {
      hint: `Give it a volume or a directory at ${dataInContainer}.`,
      context: { container },
    },
  )
}

async function isFilled(path: string): Promise<boolean> {
  const names = await readdir(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  return names.filter((name) => name !== 'lost+found').length > 0
}

/** Beside the data directory; of a mount point in `safety-dir`, since what lies beside it is on another disk. */
function places(datadir: string, mounted: boolean, settings: MysqlSettings, time: string) {
  const { safetyDir } = settings
  const name = basename(datadir)
  const beside = mounted && safetyDir !== undefined ? resolve(safetyDir) : dirname(datadir)
  return {
    staging: join(beside, `${name}.holdfast-new-${time}`),
    safety: join(
      safetyDir === undefined ? dirname(datadir) : resolve(safetyDir),
      `${name}.holdfast-safety-${time}`,
    ),
  }
}

/**
 * Looks at the target of a physical restore. Errors: `target-not-empty` without `overwrite`, or where a server runs on it
 * that nobody knows how to stop; `usage`.
 */
export async function lookAtTarget(
  context: SourceContext,
  settings: MysqlSettings,
  { target, overwrite }: RestoreOptions,
): Promise<Swap> {
  const container = target.type === 'container' ? target.container : settings.container
  const path =
    target.type === 'datadir'
      ? target.path
      : container === undefined
        ? settings.datadir
        : (settings.datadir ?? (await ofContainer(context, settings, container)))
  if (path === undefined) {
    throw new HoldfastError('usage', 'the restore does not say where the data directory is', {
      hint: 'Add --to datadir:PATH or container:NAME, or set datadir: of the source.',
    })
  }
  const datadir = resolve(path)
  const control = controlOf(settings, container)
  const hasOld = await isFilled(datadir)
  const mounted = await isMountPoint(datadir).catch(() => false)
  if (hasOld && !overwrite) {
    throw new HoldfastError('target-not-empty', `${datadir} holds a data directory already`, {
      hint: 'Add --overwrite: the old data is kept beside it. Or name a new directory.',
      context: { path: datadir },
    })
  }
  if (hasOld && control === undefined && (await isInUse(datadir))) {
    throw new HoldfastError(
      'server-running',
      `a server runs on ${datadir}, and nothing says how to stop it`,
      {
        hint: 'Set container, service or server: {stop, start} of the source, or stop the server.',
        context: { path: datadir },
      },
    )
  }
  if (mounted && settings.safetyDir === undefined) {
    throw new HoldfastError('usage', `${datadir} is a mount point and cannot be renamed`, {
      hint: 'Set safety-dir of the source to a directory with room for the old data and the new.',
      context: { path: datadir },
    })
  }
  const time = context.clock
    .now()
    .toISOString()
    .replaceAll(/[-:]|\.\d+/g, '')
  await stat(dirname(datadir)).catch((cause) => {
    throw new HoldfastError('target-unwritable', `${dirname(datadir)} is not there`, {
      hint: 'Make the directory that is to hold the data directory.',
      cause,
    })
  })
  const { safety, staging } = places(datadir, mounted, settings, time)
  await mkdir(dirname(safety), { recursive: true, mode: 0o700 })
  return {
    datadir,
    safety,
    staging,
    hasOld,
    mounted,
    inPieces: mounted || !(await isOneDisk(dirname(datadir), dirname(safety))),
    ...(control && { control }),
    ...(container !== undefined && { container }),
  }
}
