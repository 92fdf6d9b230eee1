import { join } from 'node:path'
import type { DrillCheck, DrillOptions, DrillResult } from '../../../domain/drill.ts'
import type { Chain, SourceContext } from '../../../domain/source.ts'
import { HoldfastError, hasCode } from '../../../errors/error.ts'
import { serverCheck } from '../../no-server.ts'
import { whileItRuns } from '../../server-gone.ts'
import { prepareChain } from '../physical/prepare.ts'
import { requireRoom } from '../physical/room.ts'
import { serverOptions } from '../physical/server-options.ts'
import { bytesOf, described, fingerprintOf, lastLink, namesOption, serverVersion } from '../restore/link.ts'
import type { MysqlSettings } from '../settings.ts'
import { imageNamed, startThrowaway } from '../throwaway/choose.ts'
import { withCopy } from './copy.ts'
import { type Judgement, judgeCopy, onlyOne } from './judge.ts'

const good = 'completed OK!'

/** Prepares a chain of hot copies and starts a throwaway server on it: every table is checked, definitions are compared. */
export async function drillCopy(
  settings: MysqlSettings,
  context: SourceContext,
  chain: Chain,
  options: DrillOptions,
): Promise<DrillResult> {
  const { server } = options
  if (server?.type === 'url') {
    throw new HoldfastError('usage', 'a hot copy cannot be loaded into a server that runs', {
      hint: 'Set verify.server of the job to local, docker or an image.',
    })
  }
  const link = lastLink(chain)
  const datadir = join(options.scratch, 'copy')
  const bytes = bytesOf(chain)
  await requireRoom(options.scratch, bytes, {
    what: 'a drill',
    hint: 'Set scratch-dir in the job, or --scratch, to a directory on a larger disk.',
  })
  const checks: DrillCheck[] = []
  const failed = (name: string, error: HoldfastError): DrillResult => ({
    checks: [...checks, { name, result: 'failed', expected: good, found: error.message }],
    evidence: 'load-only',
    bytes,
  })
  let tool: string
  try {
    const { name, version } = await prepareChain(context, chain, datadir, {
      docker: settings.dockerCommand,
      image: server?.type === 'image' ? imageNamed(server.image, serverVersion(link)) : undefined,
    })
    tool = `${name} ${version.text}`
    checks.push({ name: 'prepare', result: 'passed', expected: good, found: good })
  } catch (error) {
    if (!hasCode(error, 'restore-failed')) throw error
    return failed('prepare', error)
  }
  const throwaway = await startThrowaway(context, server, {
    version: serverVersion(link),
    scratch: options.scratch,
    docker: settings.dockerCommand,
    options: [...namesOption(link), ...(await serverOptions(datadir))],
    datadir,
  }).catch((error: unknown): DrillCheck => {
    context.signal.throwIfAborted()
    return { ...serverCheck(error, context.warn), expected: 'a server that starts on the copy' }
  })
  if ('result' in throwaway) return { checks: [...checks, throwaway], evidence: 'load-only', bytes }
  try {
    const { address, version, name } = throwaway
    options.onRestored?.()
    const inspect = async () => {
      const judged = await judgeCopy(context, address, fingerprintOf(link), { checkEach: true })
      const database = onlyOne(judged.databases)
      const place = { address, flavor: version.flavor, directory: datadir, database }
      const own = options.inspect ? await withCopy(context, place, options.inspect) : []
      return { ...judged, checks: [...judged.checks, ...own] }
    }
    const none = { evidence: 'load-only', tables: 0, databases: [] } as const
    const judged = await whileItRuns<Judgement>(throwaway, context, inspect, none)
    return {
      checks: [...checks, ...judged.checks],
      evidence: judged.evidence,
      tables: judged.tables,
      bytes,
      versions: { server: name, tool: `${tool}, copied by ${described(link, 'tool')}` },
    }
  } finally {
    await throwaway.stop()
  }
}
