import { problemAt, type RawDocument } from './document.ts'
import { referencesIn } from './interpolation.ts'
import type { IssueText } from './issue-text.ts'
import { jobPaths } from './job-settings.ts'
import { didYouMean } from './nearest.ts'
import { isMap, type Path, valueAt } from './path.ts'
import type { Problem } from './problem.ts'

type Report = (path: Path, text: IssueText) => void

const names = (root: unknown, section: string) => Object.keys((valueAt(root, [section]) ?? {}) as object)

/** A plain text; undefined for anything else, also for one whose variables are not known yet. */
function plain(value: unknown): string | undefined {
  return typeof value === 'string' && referencesIn(value).length === 0 ? value : undefined
}

/** What is written twice, or is no name of a section. */
function checkNames(root: unknown, list: Path, section: string, kind: string, report: Report): void {
  const known = names(root, section)
  const seen = new Set<string>()
  const given = valueAt(root, list)
  for (const [position, entry] of (Array.isArray(given) ? given : []).entries()) {
    const name = plain(isMap(entry) ? entry.name : entry)
    if (name === undefined) continue
    const path = isMap(entry) ? [...list, position, 'name'] : [...list, position]
    if (!known.includes(name)) {
      report(path, {
        message: `there is no ${kind} ${name}${didYouMean(name, known)}`,
        hint: `Name one of ${section} (${known.join(', ') || 'which has none yet'}), or add ${name} there.`,
      })
    } else if (seen.has(name)) {
      report(path, { message: `${kind} ${name} stands here twice`, hint: 'Keep one of the two.' })
    }
    seen.add(name)
  }
}

/** Chains of another tool lie at a destination of their own, and are of ZFS. */
function checkAdoption(
  root: unknown,
  adopt: Path | undefined,
  { source, to }: { readonly source: Path | undefined; readonly to: Path | undefined },
  report: Report,
): void {
  if (adopt === undefined) return
  const name = plain(valueAt(root, [...adopt, 'zrb']))
  const known = names(root, 'destinations')
  const own = to === undefined ? [] : valueAt(root, to)
  const isOwn = (Array.isArray(own) ? own : []).some((one) => (isMap(one) ? one.name : one) === name)
  if (name !== undefined && !known.includes(name)) {
    report([...adopt, 'zrb'], {
      message: `there is no destination ${name}${didYouMean(name, known)}`,
      hint: `Name one of destinations (${known.join(', ')}), or add ${name} there.`,
    })
  } else if (name !== undefined && isOwn) {
    report([...adopt, 'zrb'], {
      message: `${name} is where this job's own backups go`,
      hint: "Add a destination with zrb's bucket and prefix, and leave it out of to:.",
    })
  }
  const type = source === undefined ? undefined : plain(valueAt(root, [...source, 'type']))
  if (name !== undefined && type !== undefined && type !== 'zfs') {
    report([...adopt, 'zrb'], {
      message: 'only for type: zfs',
      hint: 'Remove it: zrb left chains of ZFS; what others left is adopted by names:.',
    })
  }
}

function checkJob(root: unknown, job: string, report: Report): void {
  const pathOf = (key: string) => jobPaths(root, job, key)[0]
  if (pathOf('source') === undefined) {
    report(['jobs', job, 'source'], {
      message: 'missing',
      hint: 'Add source: with type: and what belongs to it.',
    })
  }
  const to = pathOf('to')
  if (to === undefined) {
    const known = names(root, 'destinations').join(', ')
    report(['jobs', job, 'to'], {
      message: 'missing: a job needs a destination',
      hint: `Add to: [${known || 'name'}] here or under defaults.`,
    })
  } else checkNames(root, to, 'destinations', 'destination', report)
  const notify = pathOf('notify')
  if (notify !== undefined) checkNames(root, notify, 'notifiers', 'notifier', report)
  checkAdoption(root, pathOf('adopt'), { source: pathOf('source'), to }, report)
  const given = plain(valueAt(root, pathOf('package') ?? ['package']))
  const name = pathOf('object-name')
  if (name !== undefined && (pathOf('package') === undefined || given === 'volumes')) {
    report(name, {
      message: 'used only with package: single or 7z',
      hint: 'Add package: single, or remove object-name: volumes have names of their own.',
    })
  }
  if (given === '7z' && pathOf('spool') === undefined) {
    report(pathOf('package') ?? [], {
      message: '7z needs a spool directory',
      hint: 'Add spool: with a directory that has room for the archive, or use package: single.',
    })
  }
  if (given === '7z' && valueAt(root, ['encryption', 'passphrase']) === undefined) {
    report(pathOf('package') ?? [], {
      message: '7z needs encryption.passphrase',
      hint: 'Set encryption.passphrase: a 7z archive is encrypted with it.',
    })
  }
}

/** What holds between the parts of a configuration: names that refer to others, keys that need one another. */
export function checkReferences(document: RawDocument): Problem[] {
  const { root } = document
  const problems: Problem[] = []
  const report: Report = (path, text) => problems.push(problemAt(document, path, text))
  for (const job of names(root, 'jobs')) if (isMap(valueAt(root, ['jobs', job]))) checkJob(root, job, report)
  const destinations = names(root, 'destinations')
  for (const destination of destinations) {
    const path = ['destinations', destination, 'lease-destination']
    const other = plain(valueAt(root, path))
    if (other === undefined) continue
    if (other === destination) {
      report(path, { message: 'names itself', hint: 'Name another destination, or remove the key.' })
    } else if (!destinations.includes(other)) {
      report(path, {
        message: `there is no destination ${other}${didYouMean(other, destinations)}`,
        hint: `Name one of destinations (${destinations.join(', ')}).`,
      })
    }
  }
  return problems
}
