import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Chain, SourceContext } from '../../../domain/source.ts'
import { HoldfastError, hasCode } from '../../../errors/error.ts'
import { runTool } from '../../../process/run-tool.ts'
import { lastLink, serverVersion } from '../restore/link.ts'
import type { Client } from '../server/client.ts'
import type { Version } from '../server/flavor.ts'
import { type PrepareStep, prepareArgs } from './argv.ts'
import type { Bench, BenchPlace } from './bench.ts'
import { noticeOf } from './messages.ts'
import { openBench, unpackCopy } from './open-bench.ts'
import { type RemoteTables, takeLinks } from './remote-tables.ts'

/** Bytes of memory of a prepare. */
const memory = 256 * 1024 ** 2

async function runStep({ tool, preparing }: Bench, step: PrepareStep): Promise<void> {
  let completed = false
  try {
    await runTool(
      preparing(prepareArgs(tool.version.flavor, step), {
        cwd: step.base,
        onStderrLine: (line) => {
          if (noticeOf(line) === 'completed') completed = true
        },
      }),
    )
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
  place: BenchPlace,
): Promise<void> {
  const bench = await openBench(context, version, [directory], place)
  try {
    await runStep(bench, { base: directory, isLast: true, memory })
  } finally {
    await bench.close()
  }
}

/** Where a chain is put together that is to become `directory`. */
export function workOf(directory: string): string {
  return `${directory}.work`
}

/**
 * Unpacks a chain of hot copies, all files in one directory, and makes a data directory of it that a server can start on:
 * `directory`, which must not be there; until then all lies in {@link workOf} it, since the tools rename files from one copy to
 * another. A prepare that failed cannot be gone on with: nothing of it stays, and the
 * next one begins with the stored copies. Errors: `restore-failed`, `tool-missing`, `database-client-missing`.
 */
export async function prepareChain(
  context: SourceContext,
  chain: Chain,
  directory: string,
  place: BenchPlace,
): Promise<Client & { readonly remote: RemoteTables }> {
  const remote: RemoteTables = new Map()
  const version = serverVersion(lastLink(chain))
  const work = workOf(directory)
  const base = join(work, 'base')
  let bench: Bench | undefined
  try {
    bench = await openBench(context, version, [work], place)
    await mkdir(work, { recursive: true, mode: 0o700 })
    for (const [position, link] of chain.entries()) {
      const path = position === 0 ? base : join(work, `increment-${position}`)
      await unpackCopy(bench, link, path)
      await takeLinks(path, remote)
      await runStep(bench, {
        base,
        ...(position === 0 ? {} : { increment: path }),
        isLast: position === chain.length - 1,
        memory,
      })
      if (position > 0) await rm(path, { recursive: true })
    }
    await rename(base, directory)
    return { ...bench.tool, remote }
  } finally {
    await bench?.close()
    await rm(work, { recursive: true, force: true })
  }
}
