import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Finding } from '../../../domain/finding.ts'
import type { SourceContext } from '../../../domain/source.ts'
import { spawnTool } from '../../../process/spawn.ts'
import { writeStreamToFile } from '../../../process/write-file.ts'
import type { Address } from '../connection/address.ts'
import { writeOptionFile } from '../connection/option-file.ts'
import { dumpArgs } from '../logical/argv.ts'
import { clientNames, findClient } from '../server/client.ts'
import type { ServerFacts } from '../server/facts.ts'

/** A dump of what is about to be replaced, kept beside the scratch space. */
export async function keepSafe(
  context: SourceContext,
  address: Address,
  facts: ServerFacts,
  databases: readonly string[],
): Promise<Finding> {
  const client = await findClient(context, clientNames(facts.version.flavor, 'dump'))
  const optionFile = await writeOptionFile(address, client.version.flavor)
  const time = context.clock
    .now()
    .toISOString()
    .replaceAll(/[-:]|\.\d+/g, '')
  const path = join(context.scratch, `holdfast-safety-${time}.sql`)
  try {
    await mkdir(context.scratch, { recursive: true })
    const { environment, signal } = context
    const args = dumpArgs({
      client: client.version,
      server: facts.version,
      optionFile: optionFile.path,
      databases,
      lockAllTables: false,
      coordinates: false,
    })
    const dump = spawnTool({ command: client.path, args, environment, signal })
    await writeStreamToFile(dump.stdout, path, { overwrite: false, signal })
  } finally {
    await optionFile.remove()
  }
  return {
    severity: 'info',
    code: 'safety-dump',
    message: `what was there before is kept in ${path}`,
    hint: 'Remove it when the restored data is what you want.',
  }
}
