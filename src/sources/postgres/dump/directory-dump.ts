import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { makePrivateDirectory } from '../../../process/private-directory.ts'
import { type RunningTool, spawnTool } from '../../../process/spawn.ts'
import type { Session } from '../connection/session.ts'
import { databaseSize } from '../server/database-size.ts'
import { requireRoom } from '../server/room.ts'
import { dumpArgs } from './argv.ts'
import type { DumpRun } from './run.ts'

/** A dump in directory format, which pg_dump can only write to a disk. */
export interface DirectoryDump {
  /** Resolves once pg_dump is done with all of it. */
  readonly written: Promise<void>
  /** The directory as a tar archive; it stays on the disk until `remove`. */
  archive(): Readable
  /** What pg_dump said. */
  text(): string
  /** Ends children and removes the directory; idempotent. */
  remove(): Promise<void>
}

/**
 * Starts pg_dump into scratch space, with as many workers as `jobs`, all in one snapshot. Errors: `scratch-too-small` where
 * the disk has less room than the database takes.
 */
export async function startDirectoryDump(
  run: DumpRun,
  snapshot: { readonly id: string; readonly session: Session },
): Promise<DirectoryDump> {
  const { context, client, server, selection } = run
  await requireRoom(context.scratch, await databaseSize(snapshot.session), {
    what: 'a dump in directory format',
  })
  const scratch = await makePrivateDirectory(context.scratch, 'holdfast-dump')
  const directory = join(scratch, 'dump')
  const args = dumpArgs(selection, {
    conninfo: client.conninfo(snapshot.session.database),
    snapshot: snapshot.id,
    foreignClient: client.major !== server.major,
    directory,
  })
  const dumping = spawnTool({ ...client.call('pg_dump', args), signal: context.signal })
  let archiving: RunningTool | undefined
  const written = (async () => {
    // Its end is that of the tool's success; there is nothing in it.
    for await (const _ of dumping.stdout);
  })()
  written.catch(() => undefined)
  return {
    written,
    archive() {
      archiving = spawnTool({
        command: 'tar',
        args: ['--create', '--file=-', `--directory=${directory}`, '.'],
        environment: context.environment,
        signal: context.signal,
      })
      return archiving.stdout
    },
    text: () => dumping.stderr.text(),
    async remove() {
      await Promise.all([dumping.stop(), archiving?.stop()])
      await rm(scratch, { recursive: true, force: true })
    },
  }
}
