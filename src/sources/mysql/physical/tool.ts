import type { SourceContext } from '../../../domain/source.ts'
import { HoldfastError } from '../../../errors/error.ts'
import { findTool, toolMissing } from '../../../process/tools.ts'
import { type Client, readClient } from '../server/client.ts'
import type { Flavor, Version } from '../server/flavor.ts'
import type { MysqlSettings } from '../settings.ts'

const copyTools: Readonly<Record<Flavor, readonly string[]>> = {
  mariadb: ['mariadb-backup', 'mariabackup'],
  mysql: ['xtrabackup'],
}

/** Names of the programs that unpack a stream of copies. */
export const unpackTools: Readonly<Record<Flavor, readonly string[]>> = {
  mariadb: ['mbstream', 'mariadb-backup-mbstream'],
  mysql: ['xbstream'],
}

/** Physical formats change with the version: a tool copies and prepares only its own series. */
function fits(tool: Version, server: Version): boolean {
  return tool.flavor === server.flavor && tool.major === server.major && tool.minor === server.minor
}

async function firstOf(context: SourceContext, names: readonly string[]): Promise<string> {
  for (const name of names) {
    const path = await findTool(name, context.environment)
    if (path !== undefined) return path
  }
  throw toolMissing(names[0] ?? 'xtrabackup')
}

/** Names of the programs that copy a server of a flavor hot. Errors: `usage` where one of the other flavor is wanted. */
export function copyToolNames(flavor: Flavor, wanted: MysqlSettings['tool'] = 'auto'): readonly string[] {
  const meant = wanted === 'xtrabackup' ? 'mysql' : wanted === 'mariabackup' ? 'mariadb' : flavor
  if (meant === flavor) return copyTools[flavor]
  throw new HoldfastError('usage', `${wanted} is for ${meant}, and the server is ${flavor}`, {
    hint: `Set tool: auto of the source, which takes ${copyTools[flavor][0]}.`,
    context: { tool: wanted },
  })
}

/** A program found under one of `names`, if it is for this very server. Errors: `database-client-missing`. */
export function checkFits(tool: Client, server: Version, names: readonly string[]): Client {
  // XtraBackup says whose server it is made for, and is itself of no flavor.
  const version: Version = names.includes('xtrabackup') ? { ...tool.version, flavor: 'mysql' } : tool.version
  if (fits(version, server)) return { ...tool, version }
  const series = `${server.major}.${server.minor}`
  const [own] = copyTools[server.flavor]
  throw new HoldfastError(
    'database-client-missing',
    `${tool.name} is for ${version.flavor} ${version.major}.${version.minor}, and the server is ${server.flavor} ${server.text}`,
    {
      hint:
        version.flavor === server.flavor
          ? `Install ${own} of version ${series}, or put it first on PATH.`
          : `Install ${own} of version ${series}, and set tool: auto, which takes it for ${server.flavor}.`,
      context: { tool: tool.name },
    },
  )
}

/**
 * The program that copies a server hot and prepares such copies. Errors: `tool-missing`, `database-client-missing` for one
 * of another version.
 */
export async function findCopyTool(
  context: SourceContext,
  server: Version,
  wanted: MysqlSettings['tool'] = 'auto',
): Promise<Client> {
  const names = copyToolNames(server.flavor, wanted)
  return checkFits(await readClient(context, await firstOf(context, names)), server, names)
}

/** The program that unpacks a stream of copies. Errors: `tool-missing`. */
export function findUnpackTool(context: SourceContext, flavor: Flavor): Promise<string> {
  return firstOf(context, unpackTools[flavor])
}
