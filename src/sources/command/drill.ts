import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import type { DrillCheck, DrillResult } from '../../domain/drill.ts'
import type { Chain, ChainLink, SourceContext } from '../../domain/source.ts'
import { hasCode } from '../../errors/error.ts'
import { runTool } from '../../process/run-tool.ts'
import { type CommandSettings, callOf, onlyLink, streamName } from './settings.ts'

async function checkHash(link: ChainLink): Promise<{ check: DrillCheck; bytes: number }> {
  const expected = link.streams.find(({ name }) => name === streamName)?.sha256
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of link.open(streamName) as AsyncIterable<Buffer>) {
    hash.update(chunk)
    bytes += chunk.length
  }
  const found = hash.digest('hex')
  if (expected === undefined) return { check: { name: 'sha256', result: 'inconclusive', found }, bytes }
  const result = expected === found && bytes > 0 ? 'passed' : 'failed'
  return { check: { name: 'sha256', result, expected, found }, bytes }
}

async function runCheck(
  context: SourceContext,
  argv: readonly string[],
  link: ChainLink,
  scratch: string,
): Promise<DrillCheck> {
  const call = callOf(argv, context)
  const name = basename(call.command)
  try {
    await runTool({ ...call, cwd: scratch, stdin: link.open(streamName) })
    return { name, result: 'passed', expected: 'exit 0', found: 'exit 0' }
  } catch (error) {
    if (!hasCode(error, 'tool-failed')) throw error
    return { name, result: 'failed', expected: 'exit 0', found: error.message }
  }
}

/** Tries the stream: the drill's command gets it on stdin and has to exit 0; without one, its SHA-256 is compared. */
export async function drillCommand(
  settings: CommandSettings,
  context: SourceContext,
  chain: Chain,
  scratch: string,
): Promise<DrillResult> {
  const link = onlyLink(chain)
  if (settings.drill === undefined) {
    const { check, bytes } = await checkHash(link)
    return { checks: [check], evidence: 'stream', bytes }
  }
  const check = await runCheck(context, settings.drill.run, link, scratch)
  const bytes = link.streams.find(({ name }) => name === streamName)?.bytes ?? 0
  return { checks: [check], evidence: 'stream', bytes }
}
