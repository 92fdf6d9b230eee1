import { createHash, type Hash } from 'node:crypto'
import type { CopyKeeper } from '../../../domain/copy.ts'
import type { DrillCheck, DrillOptions, DrillResult } from '../../../domain/drill.ts'
import type { ChainLink, SourceContext } from '../../../domain/source.ts'
import { hasCode } from '../../../errors/error.ts'
import { serverCheck } from '../../no-server.ts'
import { whileItRuns } from '../../server-gone.ts'
import type { Address } from '../connection/address.ts'
import { dumpStream } from '../logical/streams.ts'
import { databasesOf } from '../restore/database.ts'
import { bytesOf, described, fingerprintOf, namesOption, serverVersion } from '../restore/link.ts'
import { loadSql } from '../restore/load.ts'
import { withoutSandbox } from '../restore/select.ts'
import { aroundUsers } from '../restore/users.ts'
import type { Version } from '../server/flavor.ts'
import type { MysqlSettings } from '../settings.ts'
import { startThrowaway } from '../throwaway/choose.ts'
import type { Throwaway } from '../throwaway/server.ts'
import { disarm, newAccounts } from './accounts.ts'
import { withCopy } from './copy.ts'
import { openServerAt } from './existing.ts'
import { judgeCopy, onlyOne } from './judge.ts'
import { restoredCopy } from './restored.ts'

async function* hashing(chunks: AsyncIterable<Uint8Array>, hash: Hash): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    hash.update(chunk)
    yield chunk
  }
}

/** Comments of a dump change no row: only its hash tells that they were altered. */
function hashCheck(link: ChainLink, found: string): DrillCheck {
  const expected = link.streams.find(({ name }) => name === dumpStream)?.sha256
  if (expected === undefined) return { name: 'sha256', result: 'inconclusive', found }
  return { name: 'sha256', result: expected === found ? 'passed' : 'failed', expected, found }
}

/**
 * Numbers of errors that blame the server: it has not the engine, plugin, partitions, collation or character set of the
 * source, or an option keeps it from using them.
 */
const lacking = /^.*ERROR (?:1112|1115|1126|1128|1273|1286|1289|1290|1524) \(/

/** What a dump that was not loaded says: of itself, or of the server. */
function loadCheck(message: string): DrillCheck {
  if (!lacking.test(message)) {
    return { name: 'load', result: 'failed', expected: 'no error', found: message }
  }
  return { name: 'server features', result: 'failed', expected: 'those of the source', found: message }
}

async function loadInto(context: SourceContext, link: ChainLink, address: Address, version: Version) {
  const checks: DrillCheck[] = []
  const { flavor } = version
  const good = 'no error'
  try {
    const hash = createHash('sha256')
    const failures = await aroundUsers(context, link, { address, flavor }, async () => {
      const hashed = hashing(link.open(dumpStream), hash)
      await loadSql(context, withoutSandbox(hashed), { address, flavor })
    })
    checks.push(
      { name: 'load', result: 'passed', expected: good, found: good },
      hashCheck(link, hash.digest('hex')),
    )
    if (failures !== undefined) {
      const found = failures.length === 0 ? good : failures.slice(0, 5).join('; ')
      const result = failures.length === 0 ? 'passed' : 'inconclusive'
      checks.push({ name: 'accounts', result, expected: good, found })
    }
  } catch (error) {
    if (!hasCode(error, 'restore-failed')) throw error
    checks.push(loadCheck(error.message))
  }
  return checks
}

/** Brings a server up for the dump, or takes the one that is given. */
async function openServer(
  settings: MysqlSettings,
  context: SourceContext,
  link: ChainLink,
  { server, scratch, keeper }: DrillOptions,
): Promise<Throwaway | DrillCheck> {
  if (server?.type === 'url') return openServerAt(context, server.url, link, keeper)
  return startThrowaway(context, server, {
    version: serverVersion(link),
    scratch,
    docker: settings.dockerCommand,
    options: namesOption(link),
    keeper,
  }).catch((error: unknown) => {
    context.signal.throwIfAborted()
    return serverCheck(error, context.warn)
  })
}

/** Hands a copy with which all is well to whoever wants it; true where that one removes it from here on. */
async function handedOver(
  context: SourceContext,
  server: Throwaway,
  loaded: { readonly databases: readonly string[]; readonly accounts: readonly string[] },
  keeper: CopyKeeper | undefined,
): Promise<boolean> {
  const copy = keeper && restoredCopy(context, server, loaded.databases)
  if (copy === undefined) return false
  await disarm(context, server.address, loaded.accounts)
  keeper?.take(copy)
  return true
}

/** Loads a dump into a throwaway server and compares the data with the fingerprint of the dump's own snapshot. */
export async function drillDump(
  settings: MysqlSettings,
  context: SourceContext,
  link: ChainLink,
  options: DrillOptions,
): Promise<DrillResult> {
  const bytes = bytesOf([link])
  const opened = await openServer(settings, context, link, options)
  if ('result' in opened) return { checks: [opened], evidence: 'load-only', bytes }
  const { address, version } = opened
  let stays = false
  const drill = async (): Promise<DrillResult> => {
    const databases = await databasesOf(link)
    const accounts = await newAccounts(context, link, address)
    await opened.note?.(databases, accounts)
    const loaded = await loadInto(context, link, address, version)
    options.onRestored?.()
    const judged = await judgeCopy(context, address, fingerprintOf(link), { checkEach: false })
    const database = onlyOne(judged.databases)
    const place = { address, flavor: version.flavor, directory: options.scratch, database }
    const own = options.inspect ? await withCopy(context, place, options.inspect) : []
    const checks = [...loaded, ...judged.checks, ...own]
    if (checks.every(({ result }) => result === 'passed')) {
      stays = await handedOver(context, opened, { databases, accounts }, options.keeper)
    }
    return {
      checks,
      evidence: judged.evidence,
      tables: judged.tables,
      bytes,
      versions: { server: opened.name, dump: described(link, 'client') },
    }
  }
  try {
    return await whileItRuns(opened, context, drill, { evidence: 'load-only', bytes })
  } finally {
    if (!stays) await opened.stop()
  }
}
