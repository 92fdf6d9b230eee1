import type { RawDocument } from './document.ts'
import { referencesIn } from './interpolation.ts'
import { wantedPaths } from './parts.ts'
import { formatPath, isMap, mapStrings, type Path, valueAt } from './path.ts'
import type { ConfigFile, ConfigVariable, DestinationOutline, Wanted } from './settings.ts'

type Reference = ReturnType<typeof referencesIn>[number]

function eachReference(
  document: RawDocument,
  wanted: Wanted,
  take: (path: string, reference: Reference) => void,
): void {
  for (const base of wantedPaths(document, wanted)) {
    mapStrings(valueAt(document.root, base), (text, below) => {
      for (const reference of referencesIn(text)) take(formatPath([...base, ...below]), reference)
      return text
    })
  }
}

/** The variables that a command would read, each once for every place. */
export function variablesOf(document: RawDocument, wanted: Wanted): ConfigVariable[] {
  const found = new Map<string, ConfigVariable>()
  eachReference(document, wanted, (path, reference) => {
    if (reference.kind !== 'variable') return
    const variable = { name: reference.name, required: reference.fallback === undefined, path }
    found.set(`${path} ${reference.name}`, variable)
  })
  return [...found.values()]
}

/** The files that a command would read for its values: `${file:…}`, and `identity-file`. As they are written. */
export function filesOf(document: RawDocument, wanted: Wanted): ConfigFile[] {
  const found = new Map<string, ConfigFile>()
  const identity: Path = ['encryption', 'identity-file']
  const named = wanted.parts.includes('identity') ? valueAt(document.root, identity) : undefined
  if (typeof named === 'string') {
    found.set(named, { file: named, path: formatPath(identity) })
  }
  eachReference(document, wanted, (path, reference) => {
    if (reference.kind === 'file') found.set(`${path} ${reference.path}`, { file: reference.path, path })
  })
  return [...found.values()]
}

/** What a destination shows without its variables; undefined where there is none of that name. */
export function outlineOf(document: RawDocument, name: string): DestinationOutline | undefined {
  const given = valueAt(document.root, ['destinations', name])
  return isMap(given) ? { type: String(given.type), keys: Object.keys(given) } : undefined
}
