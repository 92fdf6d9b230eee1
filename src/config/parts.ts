import type { RawDocument } from './document.ts'
import { jobPaths } from './job-settings.ts'
import { type Path, valueAt } from './path.ts'
import { configInvalid, type Problem, problemsOf } from './problem.ts'
import type { Config, ConfigPart, Wanted } from './settings.ts'
import { type MissingVariable, missingOf, variablesMissing } from './variables.ts'

/** What a job's own keys have to be read for, besides those that need a part to be wanted. */
const partKeys: Readonly<Record<string, ConfigPart>> = {
  source: 'source',
  verify: 'verify',
  hooks: 'hooks',
  notify: 'notifiers',
}

const sectionPaths: Readonly<Partial<Record<ConfigPart, readonly Path[]>>> = {
  encryption: [
    ['encryption', 'recipients'],
    ['encryption', 'passphrase'],
  ],
  identity: [
    ['encryption', 'identity'],
    ['encryption', 'identity-file'],
    ['encryption', 'passphrase'],
  ],
  'state-identity': [['encryption', 'state-identity']],
  'signing-key': [['signing', 'key']],
  trust: [['signing', 'trust']],
  metrics: [['metrics']],
}

const namesIn = (value: unknown): string[] =>
  (Array.isArray(value) ? value : []).flatMap((one) => {
    const name = typeof one === 'object' && one !== null ? (one as { name?: unknown }).name : one
    return typeof name === 'string' ? [name] : []
  })

function jobKeys(document: RawDocument, job: string): string[] {
  const own = Object.keys((valueAt(document.root, ['jobs', job]) ?? {}) as object)
  const shared = Object.keys((valueAt(document.root, ['defaults']) ?? {}) as object)
  return [...new Set([...own, ...shared])]
}

/** Where everything stands that a command will read. */
export function wantedPaths(document: RawDocument, wanted: Wanted): Path[] {
  const parts = new Set(wanted.parts)
  const paths: Path[] = []
  for (const job of wanted.jobs) {
    for (const key of jobKeys(document, job)) {
      const part = partKeys[key]
      const [path] = jobPaths(document.root, job, key)
      if (path && (part === undefined || parts.has(part))) paths.push(path)
    }
    const listed = (key: string) =>
      namesIn(valueAt(document.root, jobPaths(document.root, job, key)[0] ?? ['']))
    if (parts.has('notifiers')) paths.push(...listed('notify').map((name) => ['notifiers', name]))
    if (parts.has('destinations') && !wanted.destinations) {
      paths.push(...listed('to').map((name) => ['destinations', name]))
    }
  }
  if (parts.has('destinations')) {
    paths.push(...(wanted.destinations ?? []).map((name) => ['destinations', name]))
    const others = paths
      .filter(([section]) => section === 'destinations')
      .map((path) => valueAt(document.root, [...path, 'lease-destination']))
    paths.push(...others.filter((name) => typeof name === 'string').map((name) => ['destinations', name]))
  }
  for (const part of parts) paths.push(...(sectionPaths[part] ?? []))
  return paths
}

function touch(object: object, keys: readonly string[]): (() => unknown)[] {
  return keys.map((key) => () => (object as Record<string, unknown>)[key])
}

/** Everything that a command will read, as calls that read it. */
function readers(config: Config, wanted: Wanted): (() => unknown)[] {
  const parts = new Set(wanted.parts)
  const calls: (() => unknown)[] = []
  for (const name of wanted.jobs) {
    const job = config.job(name)
    const skipped = Object.keys(partKeys).filter((key) => !parts.has(partKeys[key] as ConfigPart))
    calls.push(
      ...touch(
        job,
        Object.keys(job).filter((key) => !skipped.includes(key)),
      ),
    )
    if (parts.has('source')) calls.push(() => job.source.settings)
    if (parts.has('notifiers')) calls.push(...job.notify.map((one) => () => config.notifier(one)))
    if (parts.has('destinations') && !wanted.destinations) {
      calls.push(...job.to.map((one) => () => config.destination(one.name)))
    }
  }
  if (parts.has('destinations')) {
    calls.push(...(wanted.destinations ?? []).map((name) => () => config.destination(name)))
  }
  if (parts.has('encryption')) calls.push(...touch(config.encryption(), ['recipients', 'passphrase']))
  if (parts.has('identity'))
    calls.push(
      () => config.identity(),
      () => config.encryption().passphrase,
    )
  if (parts.has('state-identity')) calls.push(() => config.stateIdentity())
  if (parts.has('signing-key')) calls.push(() => config.signing().key)
  if (parts.has('trust')) calls.push(() => config.signing().trust)
  if (parts.has('metrics')) calls.push(() => config.metrics())
  return calls
}

/** Reads all that is wanted; throws one error for all variables that are missing, else for all problems. */
export function prepareParts(config: Config, document: RawDocument, wanted: Wanted): void {
  const missing: MissingVariable[] = []
  const problems: Problem[] = []
  const others: unknown[] = []
  for (const read of readers(config, wanted)) {
    try {
      read()
    } catch (error) {
      const [lacks, faults] = [missingOf(error), problemsOf(error)]
      missing.push(...lacks)
      problems.push(...faults)
      if (lacks.length === 0 && faults.length === 0) others.push(error)
    }
  }
  if (missing.length > 0) throw variablesMissing(document, missing)
  if (problems.length > 0) throw configInvalid(problems)
  if (others.length > 0) throw others[0]
}
