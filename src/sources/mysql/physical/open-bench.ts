import { mkdir } from 'node:fs/promises'
import type { ChainLink, SourceContext } from '../../../domain/source.ts'
import { HoldfastError, hasCode } from '../../../errors/error.ts'
import { runTool } from '../../../process/run-tool.ts'
import type { Version } from '../server/flavor.ts'
import type { Bench, BenchPlace } from './bench.ts'
import { openImageBench } from './image-bench.ts'
import { copyStream } from './streams.ts'
import { findCopyTool, findUnpackTool } from './tool.ts'

async function openHostBench(context: SourceContext, version: Version): Promise<Bench> {
  const tool = await findCopyTool(context, version)
  const { environment, signal } = context
  return {
    tool,
    unpacking: async (args, parts) => ({
      command: await findUnpackTool(context, version.flavor),
      args,
      environment,
      signal,
      ...parts,
    }),
    preparing: (args, parts) => ({ command: tool.path, args, environment, signal, ...parts }),
    close: async () => undefined,
  }
}

/**
 * Opens a bench for some directories, which need not be there yet: this host's tools where they fit the server, else
 * those in an image of it. Errors: `tool-missing`, `database-client-missing`.
 */
export async function openBench(
  context: SourceContext,
  version: Version,
  directories: readonly string[],
  place: BenchPlace,
): Promise<Bench> {
  try {
    return await openHostBench(context, version)
  } catch (error) {
    if (!hasCode(error, 'tool-missing', 'database-client-missing')) throw error
    try {
      return await openImageBench(context, version, directories, place)
    } catch (other) {
      if (!hasCode(other, 'docker-unavailable', 'image-unavailable')) throw other
      throw new HoldfastError(error.code, `${error.message}; ${other.message}`, {
        hint: `${error.hint ?? ''} Or let docker have an image of the server, which holds its tools.`.trim(),
        context: error.context,
        cause: error,
      })
    }
  }
}

/** Unpacks one copy of a chain into a directory, which is made. Errors: `restore-failed`, those of the stream. */
export async function unpackCopy(bench: Bench, link: ChainLink, directory: string): Promise<void> {
  await mkdir(directory, { recursive: true, mode: 0o700 })
  const stdin = link.open(copyStream)
  const outcome = await runTool(await bench.unpacking(['-x', '-C', directory], { stdin, cwd: directory }))
  if (outcome.inputComplete) return
  throw new HoldfastError('restore-failed', `the copy ${link.id} was not unpacked to its end`, {
    hint: 'Verify the backup: `holdfast verify --depth checksum`.',
  })
}
