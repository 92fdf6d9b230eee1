import { mkdir } from 'node:fs/promises'
import type { ChainLink, SourceContext } from '../../../domain/source.ts'
import { HoldfastError } from '../../../errors/error.ts'
import { runTool } from '../../../process/run-tool.ts'
import type { Flavor } from '../server/flavor.ts'
import { copyStream } from './streams.ts'
import { findUnpackTool } from './tool.ts'

/** Unpacks one copy of a chain into a new directory. Errors: `restore-failed`, `tool-missing`, those of the stream. */
export async function extractCopy(
  context: SourceContext,
  link: ChainLink,
  flavor: Flavor,
  directory: string,
): Promise<void> {
  const command = await findUnpackTool(context, flavor)
  await mkdir(directory, { mode: 0o700 })
  const { environment, signal } = context
  const outcome = await runTool({
    command,
    args: ['-x', '-C', directory],
    environment,
    signal,
    cwd: directory,
    stdin: link.open(copyStream),
  })
  if (outcome.inputComplete) return
  throw new HoldfastError('restore-failed', `the copy ${link.id} was not unpacked to its end`, {
    hint: 'Verify the backup: `holdfast verify --depth checksum`.',
  })
}
