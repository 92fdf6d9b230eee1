import { rm } from 'node:fs/promises'
import type { Chain, SourceContext } from '../../../domain/source.ts'
import { HoldfastError, hasCode } from '../../../errors/error.ts'
import { runTool } from '../../../process/run-tool.ts'
import { lastLink, serverVersion } from '../restore/link.ts'
import type { Client } from '../server/client.ts'
import type { Version } from '../server/flavor.ts'
import { type PrepareStep, prepareArgs } from './argv.ts'
import { extractCopy } from './extract.ts'
import { noticeOf } from './messages.ts'
import { type RemoteTables, takeLinks } from './remote-tables.ts'
import { findCopyTool } from './tool.ts'

/** Bytes of memory of a prepare. */
const memory = 256 * 1024 ** 2

async function runStep(context: SourceContext, tool: Client, step: PrepareStep): Promise<void> {
  let completed = false
  const { environment, signal } = context
  try {
    await runTool({
      command: tool.path,
      args: prepareArgs(tool.version.flavor, step),
      environment,
      signal,
      cwd: step.base,
      onStderrLine: (line) => {
        if (noticeOf(line) === 'completed') completed = true
      },
    })
  } catch (error) {
    if (!hasCode(error, 'tool-failed')) throw error
    throw new HoldfastError('restore-failed', `the copy could not be prepared: ${error.message}`, {
      hint: 'Read what the tool said; an older backup may be whole.',
      context: error.context,
      cause: error,
    })
  }
  if (completed) return
  throw new HoldfastError('restore-failed', `${tool.name} prepared the copy without saying "completed OK!"`, {
    hint: 'Run it again; an older backup may be whole.',
  })
}

/** Prepares one full copy where it lies. Errors: those of {@link prepareChain}. */
export async function prepareDirectory(
  context: SourceContext,
  version: Version,
  directory: string,
): Promise<void> {
  const tool = await findCopyTool(context, version)
  await runStep(context, tool, { base: directory, isLast: true, memory })
}

/**
 * Unpacks a chain of hot copies, all files in one directory, and makes a data directory of it that a server can start on: `directory`, which must not
 * be there. Increments lie beside it meanwhile. A prepare that failed cannot be gone on with: nothing of it stays, and the
 * next one begins with the stored copies. Errors: `restore-failed`, `tool-missing`, `database-client-missing`.
 */
export async function prepareChain(
  context: SourceContext,
  chain: Chain,
  directory: string,
): Promise<Client & { readonly remote: RemoteTables }> {
  const remote: RemoteTables = new Map()
  const version = serverVersion(lastLink(chain))
  const tool = await findCopyTool(context, version)
  const increments: string[] = []
  try {
    for (const [position, link] of chain.entries()) {
      const path = position === 0 ? directory : `${directory}.increment-${position}`
      if (position > 0) increments.push(path)
      await extractCopy(context, link, version.flavor, path)
      await takeLinks(path, remote)
      await runStep(context, tool, {
        base: directory,
        ...(position === 0 ? {} : { increment: path }),
        isLast: position === chain.length - 1,
        memory,
      })
      if (position > 0) await rm(path, { recursive: true, force: true })
    }
    return { ...tool, remote }
  } catch (error) {
    for (const path of [directory, ...increments]) await rm(path, { recursive: true, force: true })
    throw error
  }
}
