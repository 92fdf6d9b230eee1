import { createHash, type Hash } from 'node:crypto'
import type { DrillCheck, DrillOptions, DrillResult } from '../../../domain/drill.ts'
import type { ChainLink, SourceContext } from '../../../domain/source.ts'
import { hasCode } from '../../../errors/error.ts'
import { serverCheck } from '../../no-server.ts'
import type { Address } from '../connection/address.ts'
import { dumpStream } from '../logical/streams.ts'
import { bytesOf, described, fingerprintOf, namesOption, serverVersion } from '../restore/link.ts'
import { loadSql } from '../restore/load.ts'
import { withoutSandbox } from '../restore/select.ts'
import { aroundUsers } from '../restore/users.ts'
import type { Version } from '../server/flavor.ts'
import type { MysqlSettings } from '../settings.ts'
import { startThrowaway } from '../throwaway/choose.ts'
import { withCopy } from './copy.ts'
import { withServerAt } from './existing.ts'
import { judgeCopy, onlyOne } from './judge.ts'

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
    checks.push({ name: 'load', result: 'failed', expected: good, found: error.message })
  }
  return checks
}

/** Loads a dump into a throwaway server and compares the data with the fingerprint of the dump's own snapshot. */
export async function drillDump(
  settings: MysqlSettings,
  context: SourceContext,
  link: ChainLink,
  options: DrillOptions,
): Promise<DrillResult> {
  const version = serverVersion(link)
  const fingerprint = fingerprintOf(link)
  const run = async (address: Address, server: Version, name: string): Promise<DrillResult> => {
    const loaded = await loadInto(context, link, address, server)
    const judged = await judgeCopy(context, address, fingerprint, { checkEach: false })
    const database = onlyOne(judged.databases)
    const place = { address, flavor: server.flavor, directory: options.scratch, database }
    const own = options.inspect ? await withCopy(context, place, options.inspect) : []
    return {
      checks: [...loaded, ...judged.checks, ...own],
      evidence: judged.evidence,
      tables: judged.tables,
      bytes: bytesOf([link]),
      versions: { server: name, dump: described(link, 'client') },
    }
  }
  const { server } = options
  if (server?.type === 'url') return withServerAt(context, server.url, link, run)
  const throwaway = await startThrowaway(context, server, {
    version,
    scratch: options.scratch,
    docker: settings.dockerCommand,
    options: namesOption(link),
  }).catch((error: unknown) => {
    context.signal.throwIfAborted()
    return serverCheck(error, { empty: true })
  })
  if ('result' in throwaway) return { checks: [throwaway], evidence: 'load-only', bytes: bytesOf([link]) }
  try {
    return await run(throwaway.address, throwaway.version, throwaway.name)
  } finally {
    await throwaway.stop()
  }
}
