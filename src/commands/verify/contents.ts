import { createSha256 } from '../../codec/hash.ts'
import type { DrillCheck } from '../../domain/drill.ts'
import type { Finding } from '../../domain/finding.ts'
import type { Chain, ChainLink, Source, SourceContext } from '../../domain/source.ts'
import { verdict } from '../../drill/proof.ts'
import type { VerifyResult } from '../../report/results.ts'
import type { CommandContext } from '../context.ts'
import type { FoundBackup } from '../repository/find.ts'
import { openersFor } from '../repository/identities.ts'
import { openChain } from '../repository/open-chain.ts'
import { progressOver } from '../repository/progress.ts'
import { sourceContextOf, sourceOf } from '../repository/source-context.ts'
import { damageOf } from './damage.ts'
import { recordReading } from './record-reading.ts'

async function checkHash(link: ChainLink, name: string, expected: string): Promise<DrillCheck> {
  const sha256 = createSha256()
  for await (const chunk of link.open(name) as AsyncIterable<Uint8Array>) sha256.update(chunk)
  const found = sha256.hex()
  return {
    name: `stream ${name} of ${link.id}`,
    result: found === expected ? 'passed' : 'failed',
    expected,
    found,
  }
}

/** Decrypts and unpacks every stream of a chain and compares it with the hashes that were taken when it was read. */
async function checkContents(source: Source, context: SourceContext, chain: Chain): Promise<DrillCheck[]> {
  const checks: DrillCheck[] = []
  for (const link of chain) {
    for (const { name, sha256 } of link.streams) {
      if (sha256 !== undefined) checks.push(await checkHash(link, name, sha256))
    }
  }
  return [...checks, ...((await source.contents?.(context, chain)) ?? [])]
}

/** The whole chain of a backup, read and compared, nothing restored. */
export async function verifyContents(context: CommandContext, found: FoundBackup): Promise<VerifyResult> {
  const { entry, destination } = found
  const base = { job: entry.job, id: entry.id, destination: destination.name, depth: 'contents' } as const
  let fetchedBytes = () => 0
  try {
    const opened = await openChain(context, found, await openersFor(context, found.chain))
    fetchedBytes = opened.fetchedBytes
    const warnings: Finding[] = []
    const checks = await checkContents(
      sourceOf(context, entry.job, entry.source.type),
      sourceContextOf(context, entry.job, warnings),
      progressOver(context, entry.job, 'verify', opened.links),
    )
    return {
      ...base,
      result: verdict(checks),
      evidence: entry.evidence,
      checks,
      fetchedBytes: fetchedBytes(),
      damaged: [],
    }
  } catch (thrown) {
    context.signal.throwIfAborted()
    return { ...base, ...damageOf(thrown, 'contents'), fetchedBytes: fetchedBytes() }
  }
}

/** `verify --depth contents`: {@link verifyContents}, and a log of what was read back. */
export async function readBackContents(context: CommandContext, found: FoundBackup): Promise<VerifyResult> {
  const startedAt = context.clock.now()
  const result = await verifyContents(context, found)
  const whole = result.result === 'passed'
  const backups = found.chain.map((entry) => ({
    entry,
    whole,
    bytes: entry === found.entry ? result.fetchedBytes : 0,
  }))
  const looked = { depth: 'contents', startedAt, backups } as const
  await recordReading(context, found.destination, found.entry.job, looked, [result])
  return result
}
