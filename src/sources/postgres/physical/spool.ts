import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { SourceContext } from '../../../domain/source.ts'
import { type BaseBackupClient, startBaseBackup } from './client.ts'
import { explainBaseBackup } from './explain.ts'

/** A backup that had to be written to scratch space first: pg_basebackup has one standard output only. */
export interface Spool {
  /** An archive, once pg_basebackup is done with all of them. */
  archive(file: string): Readable
  manifest(): Promise<Buffer>
  /** What pg_basebackup said. */
  text(): string
  stop(): Promise<void>
}

/** Starts pg_basebackup into an empty directory when the first archive is asked for. */
export function createSpool(
  client: BaseBackupClient,
  directory: string,
  incremental: string | undefined,
  context: Pick<SourceContext, 'signal'>,
): Spool {
  let running: ReturnType<typeof startBaseBackup> | undefined
  let done: Promise<void> | undefined

  async function run(): Promise<void> {
    running = startBaseBackup(client, { target: directory, ...(incremental && { incremental }) }, context)
    try {
      // Its end is that of the tool's success; there is nothing in it.
      for await (const _ of running.stdout);
    } catch (error) {
      throw explainBaseBackup(error)
    }
  }

  async function* read(file: string): AsyncGenerator<Buffer> {
    done ??= run()
    await done
    yield* createReadStream(join(directory, file))
  }

  return {
    archive: (file) => Readable.from(read(file), { objectMode: false, highWaterMark: 256 * 1024 }),
    manifest: () => readFile(join(directory, 'backup_manifest')),
    text: () => running?.stderr.text() ?? '',
    async stop() {
      await running?.stop()
      await done?.catch(() => undefined)
    },
  }
}
