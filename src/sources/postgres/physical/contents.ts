import { HoldfastError } from '../../../errors/error.ts'
import type { BackupManifest } from './backup-manifest.ts'

/** The regular files of an archive, by where they belong in the data directory. */
export interface ArchivedFiles {
  /** `` for the data directory, `pg_tblspc/16385/` for a tablespace. */
  readonly prefix: string
  readonly files: ReadonlyMap<string, number>
}

/**
 * Compares what passed with what the server says it sent: every file of its list, with its size. Errors:
 * `source-truncated`.
 */
export function checkContents({ files }: BackupManifest, archives: readonly ArchivedFiles[]): void {
  for (const [path, size] of files) {
    const found = archives.findLast(({ prefix }) => path.startsWith(prefix))
    const sent = found?.files.get(path.slice(found.prefix.length))
    if (sent === size) continue
    throw new HoldfastError(
      'source-truncated',
      sent === undefined
        ? `the server lists ${path}, which is not in the archive`
        : `${path} has ${sent} bytes in the archive, ${size} in the server's list`,
      { hint: 'Run the backup again; read what the server logged meanwhile.', context: { path } },
    )
  }
}
