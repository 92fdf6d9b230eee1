import type { Finding } from '../../../domain/finding.ts'
import type { SourceContext } from '../../../domain/source.ts'
import { HoldfastError } from '../../../errors/error.ts'
import { chooseProgram, programMissing } from '../client/choose.ts'
import { findPrograms } from '../client/programs.ts'
import { resolveConnection } from '../connection/resolve.ts'
import { openSession } from '../connection/session.ts'
import type { PostgresSettings } from '../settings.ts'
import { type PhysicalFacts, physicalFacts, type Query } from './facts.ts'

const rightsSql = `
  select current_user::text as name, r.rolreplication or r.rolsuper as may,
    current_setting('max_replication_slots')::int as slots,
    (select count(*)::int from pg_replication_slots where slot_name not like 'holdfast\\_%') as used,
    current_setting('max_wal_senders')::int as senders
  from pg_roles r where r.rolname = current_user`

const error = (message: string, hint: string, command?: string): Finding => ({
  severity: 'error',
  code: 'source-failed',
  message,
  hint,
  ...(command !== undefined && { command }),
})

async function rightsOf(query: Query): Promise<Finding[]> {
  const [row] = await query(rightsSql)
  const findings: Finding[] = []
  const name = String(row?.name)
  if (row?.may !== true) {
    const command = `alter role "${name.replaceAll('"', '""')}" replication`
    findings.push(
      error(`${name} may not copy the server`, 'Let it replicate, and admit it in pg_hba.conf.', command),
    )
  }
  if (Number(row?.senders) < 1)
    findings.push(error('max_wal_senders is 0', 'Set it to 10 in postgresql.conf and restart the server.'))
  if (Number(row?.used) >= Number(row?.slots)) {
    findings.push(
      error(
        'all replication slots of the server are taken',
        'Raise max_replication_slots, or drop those that nobody uses.',
      ),
    )
  }
  return findings
}

function levelsOf(facts: PhysicalFacts): Finding[] {
  if (facts.summarizesWal !== false) return []
  return [
    {
      severity: 'info',
      code: 'wal-not-summarized',
      message: 'summarize_wal is off: every backup will be a full one',
      hint: 'Switch it on for increments.',
      command: 'alter system set summarize_wal = on; select pg_reload_conf()',
    },
  ]
}

function stateOf(facts: PhysicalFacts): Finding[] {
  const findings: Finding[] = [
    { severity: 'ok', code: 'server-reached', message: `PostgreSQL ${facts.version} answers` },
  ]
  if (facts.walLevel === 'minimal') {
    const hint = 'Set wal_level = replica in postgresql.conf and restart the server.'
    findings.push(error('wal_level is minimal: the server cannot be copied while it runs', hint))
  }
  if (facts.tablespaces.length > 0) {
    findings.push({
      severity: 'info',
      code: 'tablespaces-need-scratch',
      message: `${facts.tablespaces.length} tablespaces beside the data directory: the backup goes through scratch space`,
      hint: 'Let spool name a directory with room for the whole server.',
    })
  }
  return findings
}

async function clientFindings(major: number, context: SourceContext): Promise<Finding[]> {
  const programs = await findPrograms('pg_basebackup', context)
  const program = chooseProgram(programs, major)
  if (program !== undefined)
    return [{ severity: 'ok', code: 'tool-found', message: `pg_basebackup ${program.version} is there` }]
  const { code, message, hint } = programMissing('pg_basebackup', major, programs)
  return [{ severity: 'error', code, message, ...(hint !== undefined && { hint }) }]
}

/** What stands in the way of a base backup, and what keeps increments from being made. */
export async function preflightPhysical(
  settings: PostgresSettings,
  context: SourceContext,
): Promise<Finding[]> {
  try {
    const session = await openSession(await resolveConnection(settings.url, context), context)
    try {
      const facts = await physicalFacts(session)
      const rights = await rightsOf(session.query)
      return [
        ...stateOf(facts),
        ...rights,
        ...levelsOf(facts),
        ...(await clientFindings(facts.major, context)),
      ]
    } finally {
      await session.close()
    }
  } catch (thrown) {
    context.signal.throwIfAborted()
    if (!(thrown instanceof HoldfastError)) throw thrown
    const { code, message, hint } = thrown
    return [{ severity: 'error', code, message, ...(hint !== undefined && { hint }) }]
  }
}
