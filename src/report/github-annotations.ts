import type { Finding } from '../domain/finding.ts'
import type { HoldfastError } from '../errors/error.ts'
import { plural } from './bytes.ts'
import { printable, printableLines } from './printable.ts'

export interface Annotation {
  readonly severity: 'error' | 'warning'
  readonly title: string
  readonly message: string
  /** Where a configuration is wrong, so that GitHub shows it there. */
  readonly file?: string
  readonly line?: number
}

/** A finding with the job that it is about, as it was reported. */
export interface HeardFinding {
  readonly job?: string
  readonly finding: Finding
}

interface Trouble {
  readonly severity: 'error' | 'warning'
  readonly job: string
  readonly code: string
  readonly message: string
  readonly hint: string | undefined
  readonly place: { readonly file?: string; readonly line?: number }
}

/** GitHub shows so many of a step. */
const most = 10
const mostLines = 20

function placeOf(error: HoldfastError): Trouble['place'] {
  const { problems } = error as { problems?: readonly { file?: string; line?: number }[] }
  const [first] = problems ?? []
  if (first?.file === undefined || first.line === undefined) return {}
  return { file: first.file, line: first.line }
}

function ofError(error: HoldfastError): Trouble {
  const { code, message, hint, context } = error
  const job = typeof context.job === 'string' ? context.job : ''
  return { severity: 'error', job, code, message, hint, place: placeOf(error) }
}

function ofFinding({ job = '', finding }: HeardFinding): Trouble | undefined {
  const { severity, code, message, hint } = finding
  if (severity !== 'warning' && severity !== 'error') return undefined
  return { severity, job, code, message, hint, place: {} }
}

function annotationOf(alike: readonly Trouble[]): Annotation | undefined {
  const [first] = alike
  if (first === undefined) return undefined
  const { severity, job, code, message, hint, place } = first
  const lines = printableLines(message)
  const shown = lines.length > mostLines ? [...lines.slice(0, mostLines), '…'] : lines
  const subject = job === '' || message.includes(job) ? '' : `${job}: `
  const count = alike.length > 1 ? ` (and ${plural(alike.length - 1, 'more like it', 'more like it')})` : ''
  const text = [`${subject}${shown.join('\n')}${count}`, ...(hint === undefined ? [] : [printable(hint)])]
  return { severity, title: `Holdfast: ${code}`, message: text.join('\n'), ...place }
}

function groups(troubles: readonly Trouble[]): readonly Trouble[][] {
  const found = new Map<string, Trouble[]>()
  for (const trouble of troubles) {
    const key = `${trouble.job} ${trouble.code}`
    found.set(key, [...(found.get(key) ?? []), trouble])
  }
  return [...found.values()]
}

/**
 * What a runner shows beside the workflow: one annotation for each job and code, errors first, with hint and count; of
 * more than ten the last says how many there are besides. Secrets are masked.
 */
export function annotationsOf(
  errors: readonly HoldfastError[],
  heard: readonly HeardFinding[],
): readonly Annotation[] {
  const warned = heard.flatMap((each) => ofFinding(each) ?? [])
  const all = groups([
    ...errors.map(ofError),
    ...warned.toSorted((a, b) => (a.severity < b.severity ? -1 : 1)),
  ])
  const annotations = all.flatMap((alike) => annotationOf(alike) ?? [])
  if (annotations.length <= most) return annotations
  const rest = annotations.slice(most - 1)
  const severity = rest.some((each) => each.severity === 'error') ? 'error' : 'warning'
  const message = `${plural(rest.length, 'more error or warning', 'more errors and warnings')}: see the job summary`
  return [...annotations.slice(0, most - 1), { severity, title: 'Holdfast', message }]
}
