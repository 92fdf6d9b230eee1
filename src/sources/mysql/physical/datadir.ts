import { constants } from 'node:fs'
import { access, readFile, realpath } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { SourceContext } from '../../../domain/source.ts'
import { HoldfastError } from '../../../errors/error.ts'
import { inspectContainer } from '../../../process/docker/inspect.ts'
import { dockerOf } from '../connection/container.ts'
import type { ServerFacts } from '../server/facts.ts'
import type { MysqlSettings } from '../settings.ts'

function refuse(path: string, what: string, hint: string, cause?: unknown): HoldfastError {
  return new HoldfastError('source-unreadable', `the data directory ${path} ${what}`, {
    hint,
    context: { path },
    cause,
  })
}

async function realOf(path: string): Promise<string> {
  return realpath(path).catch(() => resolve(path))
}

/** MySQL writes the server's uuid into its data directory: that of another server is not taken for it. */
async function checkUuid(datadir: string, { uuid }: ServerFacts): Promise<void> {
  const text = await readFile(join(datadir, 'auto.cnf'), 'utf8').catch(() => '')
  const found = /^server-uuid=(.*)$/m.exec(text)?.[1]?.trim()
  if (found === undefined || uuid === '' || found === uuid) return
  throw refuse(
    datadir,
    'is that of another server',
    'Correct `datadir:`: it has to be the directory of the very server that the source names.',
  )
}

/** Where the server's data directory is here: as the settings say, else what is mounted there in its container. */
async function placeOnHost(
  context: SourceContext,
  settings: MysqlSettings,
  facts: ServerFacts,
): Promise<string> {
  const { datadir, container, dockerCommand } = settings
  if (datadir !== undefined) return resolve(datadir)
  if (container === undefined) return resolve(facts.datadir)
  const { mounts } = await inspectContainer(dockerOf(context, dockerCommand), container)
  const mount = mounts.find(({ destination }) => destination === resolve(facts.datadir))
  if (mount !== undefined) return mount.source
  throw new HoldfastError('usage', `the data of the container ${container} is in no directory of this host`, {
    hint: 'Set via: exec of the source, which runs the tool inside the container, or use method: logical.',
    context: { container, server: facts.datadir },
  })
}

/**
 * The data directory as this machine sees it, checked that it is there and readable. The tool of MariaDB reads the path
 * that the server itself names, whatever it is told: on another machine, or in a container, that may be the directory of
 * another server. Errors: `source-unreadable`, `usage`.
 */
export async function checkDatadir(
  context: SourceContext,
  settings: MysqlSettings,
  facts: ServerFacts,
): Promise<string> {
  const datadir = await placeOnHost(context, settings, facts)
  const isMapped = (await realOf(datadir)) !== (await realOf(facts.datadir))
  if (isMapped && facts.version.flavor === 'mariadb') {
    throw new HoldfastError(
      'usage',
      `the server has its data in ${facts.datadir}, and MariaDB's tool would read that directory of this host`,
      {
        hint:
          settings.container === undefined
            ? `Leave out datadir: on the server's own host. Elsewhere mount the data at ${facts.datadir} as well, or use method: logical.`
            : `Set via: exec of the source, which runs the tool inside the container; or mount the data at ${facts.datadir} here as well.`,
        context: { datadir, server: facts.datadir },
      },
    )
  }
  try {
    await access(datadir, constants.R_OK | constants.X_OK)
    await access(join(datadir, 'ibdata1'), constants.R_OK)
  } catch (error) {
    const absent = (error as NodeJS.ErrnoException).code === 'ENOENT'
    throw refuse(
      datadir,
      absent ? 'is not on this host' : 'cannot be read',
      absent
        ? 'Run the backup on the host of the server, or set `datadir:` to where it is here.'
        : 'Run the backup as root or as the user of the server.',
      error,
    )
  }
  await checkUuid(datadir, facts)
  return datadir
}
