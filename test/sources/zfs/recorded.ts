/** What the commands of OpenZFS 2.1.11 and 2.3.2 really print. */
export const recorded = {
  '2.1.11': {
    version: 'zfs-2.1.11-1+deb12u1\nzfs-kmod-2.1.11-1+deb12u1\n',
    estimate: 'full\ttank/a@1\t3033848\nsize\t3033848\n',
    estimateIncrement: 'incremental\ttank/a@1\ttank/a@2\t1058864\nsize\t1058864\n',
    holds: 'tank/a@1\tk\tSat Nov 21 03:14 2026\n',
    dataset: 'tank/a\tfilesystem\t9585885212026880081\toff\t-\t-\tyes\t/tank/a\n',
  },
  '2.3.2': {
    version: 'zfs-2.3.2-2~bpo12+2\nzfs-kmod-2.3.2-2~bpo12+2\n',
    estimate: 'full\ttank/a@1\t3033848\nsize\t3033848\n',
    estimateIncrement: 'incremental\ttank/a@1\ttank/a@2\t1058864\nsize\t1058864\n',
    holds: 'tank/a@1\tk\tSat Nov 21 03:13 2026\n',
    dataset: 'tank/a\tfilesystem\t9518889008334913710\toff\t-\t-\tyes\t/tank/a\n',
  },
} as const

/** Lines of `zfs get` for a snapshot or bookmark: guid, createtxg, userrefs, and the owner with its source. */
export function points(name: string, values: readonly string[], source = '-'): string[] {
  const properties = ['guid', 'createtxg', 'userrefs', 'holdfast:owner']
  return properties.map(
    (property, index) => `${name}\t${property}\t${values[index]}\t${index === 3 ? source : '-'}`,
  )
}

/** What `zfs allow` prints of a dataset, then of the one above it. */
export const allowed = `---- Permissions on tank/a -------------------------------------------
Permission sets:
\t@some mount,send
Create time permissions:
\tdestroy
Local permissions:
\tuser backup mount,snapshot
Local+Descendent permissions:
\tuser backup bookmark,destroy,hold,mount
\tuser other send
\teveryone userprop
Descendent permissions:
\tuser backup release
---- Permissions on tank ---------------------------------------------
Local permissions:
\tuser backup send
Descendent permissions:
\tuser backup rollback
`
