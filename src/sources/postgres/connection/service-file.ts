import type { Parameters } from './keywords.ts'

/** The section of a service in the text of a pg_service.conf; undefined where it has none. */
export function serviceIn(text: string, service: string): Parameters | undefined {
  let found: Record<string, string> | undefined
  for (const raw of text.split(/\r?\n/)) {
    const line = raw.trim()
    if (line === '' || line.startsWith('#')) continue
    const section = /^\[(.*)\]$/.exec(line)?.[1]
    if (section !== undefined) {
      if (found !== undefined) return found
      if (section === service) found = {}
      continue
    }
    const at = line.indexOf('=')
    if (found !== undefined && at > 0) found[line.slice(0, at).trim()] ??= line.slice(at + 1).trim()
  }
  return found
}
