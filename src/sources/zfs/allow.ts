/** What a backup needs on a dataset where it does not run as root. `destroy` and `snapshot` want `mount` as well. */
const neededPermissions: readonly string[] = [
  'bookmark',
  'destroy',
  'hold',
  'mount',
  'release',
  'send',
  'snapshot',
  'userprop',
]

/** The line that gives a user what backups of a dataset need. */
export function allowCommand(user: string, dataset: string): string {
  return `zfs allow -u ${user} ${neededPermissions.join(',')} ${dataset}`
}

/**
 * Reads what `zfs allow DATASET` prints, for the dataset and for those above it: what a user may do on the dataset itself,
 * given to the user or to everyone. Permission sets are not looked into.
 */
export function parseAllowed(text: string, user: string, dataset: string): ReadonlySet<string> {
  const allowed = new Set<string>()
  let isAbove = false
  let applies = false
  for (const line of text.split('\n')) {
    const [, section] = /^-+ Permissions on (.+?) -+$/.exec(line) ?? []
    if (section !== undefined) isAbove = section !== dataset
    // Those that hold for the children alone do not let anybody take a snapshot of the dataset.
    if (/^\S.*ermissions/.test(line)) applies = isAbove ? /Descendent/.test(line) : /^Local/.test(line)
    const [, kind, name = '', list = ''] = /^\t(user|everyone)\s+(?:(\S+)\s+)?(\S+)$/.exec(line) ?? []
    if (!applies || kind === undefined || (kind === 'user' && name !== user)) continue
    for (const permission of list.split(',')) allowed.add(permission)
  }
  return allowed
}

/** Those of {@link neededPermissions} that are not among what is allowed. */
export function missingPermissions(allowed: ReadonlySet<string>): readonly string[] {
  return neededPermissions.filter((permission) => !allowed.has(permission))
}
