/** What nobody needs of a server that is thrown away: durability, replication, the network. */
const careless = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '4GB',
  archive_mode: 'off',
  listen_addresses: '',
  max_connections: '60',
  // pg_restore of many tables in one transaction, and queries over partitions.
  max_locks_per_transaction: '512',
  maintenance_work_mem: '256MB',
  // In the data directory rather than in /dev/shm, so that it goes with it.
  dynamic_shared_memory_type: 'mmap',
  logging_collector: 'off',
  log_destination: 'stderr',
  cluster_name: 'holdfast-throwaway',
} as const

/** The settings of a server that is empty at first and thrown away in the end. */
export const throwawaySettings: Readonly<Record<string, string>> = careless

/** `-c name=value` of each. */
export function settingArgs(settings: Readonly<Record<string, string>>): string[] {
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

/** Arguments of `initdb` for a cluster that its own user reaches by the socket, and others by TCP as `authHost` says. */
export function initdbArgs(data: string, user: string, authHost = 'reject'): string[] {
  return [
    `--pgdata=${data}`,
    `--username=${user}`,
    '--encoding=UTF8',
    '--locale=C',
    '--auth-local=trust',
    `--auth-host=${authHost}`,
    '--no-sync',
  ]
}
