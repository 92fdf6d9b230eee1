import { metrics, type Sample } from './sample.ts'

function escaped(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('"', '\\"')
}

/** Name and labels, labels in order: what tells one series from another. */
function seriesOf({ name, labels }: Sample): string {
  const pairs = Object.entries(labels)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([label, value]) => `${label}="${escaped(value)}"`)
  return pairs.length === 0 ? name : `${name}{${pairs.join(',')}}`
}

/** The series of a text that was written before, with their values; what is none of ours is left out. */
function seriesIn(text: string): Map<string, string> {
  const series = new Map<string, string>()
  for (const line of text.split('\n')) {
    const [, name = '', labels = '', value = ''] = /^(\w+)(\{.*\})? (\S+)$/.exec(line) ?? []
    if (Object.hasOwn(metrics, name)) series.set(name + labels, value)
  }
  return series
}

/**
 * Samples in Prometheus' text format, put over those of `earlier`: a run knows the numbers of its own jobs only, and
 * the file holds those of all.
 */
export function metricsText(samples: readonly Sample[], earlier = ''): string {
  const series = seriesIn(earlier)
  for (const sample of samples) series.set(seriesOf(sample), String(sample.value))
  const lines: string[] = []
  for (const [name, help] of Object.entries(metrics)) {
    const own = [...series].filter(([key]) => key === name || key.startsWith(`${name}{`))
    if (own.length === 0) continue
    lines.push(`# HELP ${name} ${help}`, `# TYPE ${name} gauge`)
    lines.push(...own.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, value]) => `${key} ${value}`))
  }
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`
}
