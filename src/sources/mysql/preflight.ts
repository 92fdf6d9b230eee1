import type { Finding } from '../../domain/finding.ts'
import type { SourceContext } from '../../domain/source.ts'
import { HoldfastError } from '../../errors/error.ts'
import { placeOf } from './connection/address.ts'
import { resolveAddress } from './connection/resolve.ts'
import { openSession, type Session } from './connection/session.ts'
import { checkDatadir } from './physical/datadir.ts'
import { findToolInside } from './physical/inside.ts'
import { sizesOf, whileLocked } from './physical/sizes.ts'
import { checkSpool } from './physical/spool-room.ts'
import { findCopyTool } from './physical/tool.ts'
import { type Client, clientNames, findClient } from './server/client.ts'
import { listDatabases, readFacts, type ServerFacts } from './server/facts.ts'
import { may, ownName, readRights } from './server/grants.ts'
import type { MysqlSettings } from './settings.ts'

function asFinding(error: unknown): Finding {
  if (!(error instanceof HoldfastError)) throw error
  const { code, message, hint } = error
  return { severity: 'error', code, message, ...(hint === undefined ? {} : { hint }) }
}

interface Right {
  readonly names: readonly string[]
  readonly why: string
  readonly needed: boolean
}

const rightsOf: Readonly<Record<'logical' | 'physical', readonly Right[]>> = {
  logical: [
    { names: ['SELECT'], why: 'rows cannot be read', needed: true },
    { names: ['SHOW VIEW'], why: 'views cannot be dumped', needed: true },
    { names: ['TRIGGER'], why: 'triggers would be left out', needed: true },
    { names: ['EVENT'], why: 'events would be left out', needed: true },
    {
      names: ['RELOAD', 'PROCESS', 'REPLICATION CLIENT'],
      why: 'under writes the fingerprint does not match the dump, and drills can only load it',
      needed: false,
    },
  ],
  physical: [
    {
      names: ['RELOAD', 'PROCESS', 'LOCK TABLES', 'REPLICATION CLIENT'],
      why: 'a hot copy cannot be made',
      needed: true,
    },
    {
      names: ['SELECT', 'SHOW VIEW', 'TRIGGER', 'EVENT'],
      why: 'drills can start a server on the copy, but compare neither definitions nor data',
      needed: false,
    },
  ],
}

/** Rights on the whole server, with the GRANT that gives what is missing. Rights on single databases are not looked into. */
async function rightFindings(
  session: Session,
  settings: MysqlSettings,
  facts: ServerFacts,
): Promise<Finding[]> {
  const rights = await readRights(session)
  const own = await ownName(session)
  const findings: Finding[] = []
  for (const { names, why, needed } of rightsOf[settings.method]) {
    const missing = names.filter(
      (name) => !may(rights, name, ...(name === 'REPLICATION CLIENT' ? ['SUPER'] : [])),
    )
    if (missing.length === 0) continue
    const some = settings.databases !== undefined && needed && settings.method === 'logical'
    findings.push({
      severity: needed && !some ? 'error' : 'warning',
      code: 'right-missing',
      message: `the user ${own} has no ${missing.join(', ')} on the whole server: ${why}`,
      hint: 'Run the GRANT as an administrator of the server.',
      command: `GRANT ${missing.join(', ')} ON *.* TO ${own};`,
    })
  }
  if (settings.method === 'logical' && facts.version.flavor === 'mariadb' && findings.length === 0) {
    findings.push({
      severity: 'ok',
      code: 'rights-found',
      message: `${own} has the rights that a dump needs`,
    })
  }
  return findings
}

async function toolFinding(
  context: SourceContext,
  settings: MysqlSettings,
  facts: ServerFacts,
): Promise<Finding> {
  const { method, tool, via, container } = settings
  const names = tool === 'auto' ? clientNames(facts.version.flavor, 'dump') : [tool]
  if (method === 'logical') return toolFound(await findClient(context, names))
  if (via === 'exec' && container !== undefined) {
    const inside = await findToolInside(context, settings, container, facts)
    return toolFound(inside, ` in the container ${container}`)
  }
  return toolFound(await findCopyTool(context, facts.version, tool))
}

function toolFound({ name, version }: Client, where = ''): Finding {
  return { severity: 'ok', code: 'tool-found', message: `${name} ${version.text}${where}` }
}

/** What a hot copy needs besides: files that can be read, and room for what comes while writers wait. */
async function copyFindings(
  context: SourceContext,
  settings: MysqlSettings,
  session: Session,
  facts: ServerFacts,
): Promise<Finding[]> {
  const findings: Finding[] = []
  if (settings.via !== 'exec') {
    const datadir = await checkDatadir(context, settings, facts)
    findings.push({ severity: 'ok', code: 'source-readable', message: `${datadir} can be read` })
  }
  const needed = await checkSpool(context.scratch, whileLocked(await sizesOf(session), facts))
  const size = `${Math.ceil(needed / 1024 ** 2)} MiB`
  findings.push({
    severity: 'ok',
    code: 'free-space',
    message: `${context.scratch} has the ${size} of room that a copy may need while writers wait`,
  })
  return findings
}

/** What stands in the way of a backup: the server, its tools, rights. */
export async function preflightMysql(settings: MysqlSettings, context: SourceContext): Promise<Finding[]> {
  const findings: Finding[] = []
  try {
    const address = await resolveAddress(context, settings)
    const session = await openSession(address, context.signal)
    try {
      const facts = await readFacts(session)
      const { flavor, text } = facts.version
      const names = facts.lowerCaseTableNames
      findings.push({
        severity: 'ok',
        code: 'server-found',
        message: `${flavor} ${text} at ${placeOf(address)}, lower_case_table_names ${names}`,
      })
      await listDatabases(session, settings.databases)
      findings.push(...(await rightFindings(session, settings, facts)))
      findings.push(await toolFinding(context, settings, facts))
      if (settings.method === 'physical')
        findings.push(...(await copyFindings(context, settings, session, facts)))
    } finally {
      await session.close()
    }
  } catch (error) {
    context.signal.throwIfAborted()
    findings.push(asFinding(error))
  }
  return findings
}
