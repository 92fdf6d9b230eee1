import { join } from 'node:path'
import { readZrbConfiguration, readZrbState, type ZrbConfiguration, type ZrbState } from './zrb-files.ts'

/** A text as YAML takes it, with what is to be taken literally. */
function quoted(text: string): string {
  return JSON.stringify(text.replaceAll('${', () => '$${'))
}

/** Names of jobs are narrower than those of tasks. */
function jobName(task: string): string {
  const name = task
    .toLowerCase()
    .replaceAll(/[^a-z0-9._-]+/g, '-')
    .replace(/^[^a-z0-9]+/, '')
  return name === '' ? 'zfs' : name.slice(0, 100)
}

function destinationText({ s3, base_dir: baseDir }: ZrbConfiguration): string {
  if (!s3.enabled) {
    return `  store:
    type: filesystem
    path: ${quoted(join(baseDir, 'holdfast'))}   # zrb had no bucket; another disk would be better
`
  }
  const [storageClass = ''] = s3.storage_class.backup_data
  const own = s3.prefix.replace(/\/+$/, '')
  const where = (prefix: string, why: string) => [
    'type: s3',
    `bucket: ${quoted(s3.bucket)}`,
    ...(prefix === '' ? [] : [`prefix: ${quoted(prefix)}   # ${why}`]),
    ...(s3.region === '' ? [] : [`region: ${quoted(s3.region)}`]),
    ...(s3.endpoint === '' ? [] : [`endpoint: ${quoted(s3.endpoint)}`, 'path-style: true']),
  ]
  const classes =
    storageClass === ''
      ? []
      : [
          `storage-class: ${storageClass}   # of all levels; a restore of GLACIER and DEEP_ARCHIVE begins with --thaw`,
        ]
  const text = (name: string, lines: readonly string[]) =>
    `  ${name}:\n${lines.map((line) => `    ${line}\n`).join('')}`
  // Beside zrb's own objects, whose folders have the same names.
  const beside = [own, 'holdfast'].filter(Boolean).join('/')
  return (
    text('store', [...where(beside, "zrb's own objects stay where they are"), ...classes]) +
    text('zrb', where(own, 'what zrb left; the jobs adopt it'))
  )
}

function stateText({ levels, unfinished }: ZrbState): string {
  const lines = [
    ...levels.map(
      ({ level, snapshot, path }) =>
        `zrb's last level ${level}: ${snapshot}${path === '' ? '' : `, in data/${path}`}`,
    ),
    ...(unfinished ? ['zrb began a backup that it did not end; it is not gone on with.'] : []),
  ]
  return lines.map((line) => `    # ${line.replaceAll(/[\r\n]+/g, ' ')}\n`).join('')
}

/**
 * The `holdfast.yml` that does what zrb's configuration says, with what its state files tell as comments. Errors:
 * `config-file-unreadable`, `config-invalid`.
 */
export async function zrbText(
  file: string,
): Promise<{ readonly text: string; readonly jobs: readonly string[] }> {
  const configuration = await readZrbConfiguration(file)
  const tasks = configuration.tasks.filter(({ enabled }) => enabled)
  const left = configuration.tasks.filter(({ enabled }) => !enabled).map(({ name }) => name)
  const names = new Map<string, string>()
  const jobs: string[] = []
  for (const { name, pool, dataset } of tasks) {
    const base = jobName(name)
    const job = names.has(base) ? `${base}-${names.size + 1}` : base
    names.set(job, name)
    const state = await readZrbState(configuration.base_dir, pool, dataset)
    jobs.push(`  ${job}:
${stateText(state)}    source: { type: zfs, dataset: ${quoted(`${pool}/${dataset}`)} }
    to: [store]
${configuration.s3.enabled ? "    adopt: { zrb: zrb }   # list, restore and cleanup know zrb's own backups too\n" : ''}    # Whoever calls \`holdfast backup ${job} --level N\` from cron, as zrb was, needs no calendar.
    levels: { 0: monthly, 1: weekly, 2: daily }
`)
  }
  const text = `# From ${file.replaceAll(/[\r\n]+/g, ' ')} of zrb. docs/migration/zrb.md says what more there is.
version: 1

destinations:
${destinationText(configuration)}
encryption:
  recipients: [${configuration.age_public_key}]   # zrb's: its private key opens these backups too
  # identity-file: /root/zrb-private-key   # only restores and drills need it

jobs:
${jobs.join('')}${left.length === 0 ? '' : `# Not taken over, since they are disabled: ${left.join(', ').replaceAll(/[\r\n]+/g, ' ')}\n`}`
  return { text, jobs: [...names.keys()] }
}
