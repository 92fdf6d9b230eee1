import { writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { SourceContext } from '../../../domain/source.ts'
import type { LeftoverNote } from '../../../process/leftovers.ts'
import type { LocalServer } from '../throwaway/run-server.ts'
import type { Bench } from './bench/bench.ts'
import { controlSettings } from './control-data.ts'
import { ownTrees } from './own-tree.ts'

/** A restored data directory of its own, to be started where it lies. */
export interface CopiedCluster {
  readonly bench: Bench
  readonly data: string
  readonly socket: string
  readonly superuser: string
  /** Libraries that the original loads at its start; tables of some extensions cannot be read without. */
  readonly preload: string
  readonly note: LeftoverNote
  readonly directories: readonly string[]
}

/** Longest that the replay of a backup's log may take. */
const longestReplay = 30 * 60_000

/** What the copy must not do as the original does: archive, follow, preload what is not here, listen. */
const apart = {
  listen_addresses: '',
  archive_mode: 'off',
  archive_command: '',
  restore_command: '',
  primary_conninfo: '',
  primary_slot_name: '',
  session_preload_libraries: '',
  local_preload_libraries: '',
  ssl: 'off',
  fsync: 'off',
  autovacuum: 'off',
  logging_collector: 'off',
  log_destination: 'stderr',
  dynamic_shared_memory_type: 'mmap',
  cluster_name: 'holdfast-throwaway',
} as const

/**
 * Starts a server on a copied data directory with a configuration of its own: the original's may lie elsewhere, and may
 * name what this host has not. Everyone who may enter the socket's directory is let in.
 */
export async function startCopy(cluster: CopiedCluster, context: SourceContext): Promise<LocalServer> {
  const { bench, data, socket, superuser, preload, note, directories } = cluster
  // Its own directory, in which the tablespaces lie as well.
  const own = dirname(data)
  const [config, hba, ident] = ['postgresql.conf', 'pg_hba.conf', 'pg_ident.conf'].map((name) =>
    join(own, name),
  ) as [string, string, string]
  await writeFile(config, '')
  await writeFile(hba, 'local all all trust\n')
  await writeFile(ident, '')
  // Read whatever the configuration file is called.
  await writeFile(join(data, 'postgresql.auto.conf'), '')
  const needed = await controlSettings(bench, data)
  if (bench.owner !== undefined) await ownTrees([own, socket], bench.owner, context)
  return bench.start({
    data,
    socket,
    superuser,
    within: longestReplay,
    settings: {
      ...needed,
      ...apart,
      shared_preload_libraries: preload,
      config_file: config,
      hba_file: hba,
      ident_file: ident,
      data_directory: data,
    },
    onStarted: (pid) => note.update({ servers: [pid], directories }),
  })
}
