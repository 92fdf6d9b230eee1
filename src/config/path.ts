/** Where something stands in the configuration: keys of maps and positions in lists. */
export type Path = readonly (string | number)[]

/** `jobs.app-db.to[0].retention`. */
export function formatPath(path: Path): string {
  let text = ''
  for (const part of path) {
    if (typeof part === 'number') text += `[${part}]`
    else text += text === '' ? part : `.${part}`
  }
  return text
}

/** True for maps as YAML makes them; lists, dates and null are none. */
export function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The value at `path`; undefined where there is none. */
export function valueAt(root: unknown, path: Path): unknown {
  let value = root
  for (const part of path) {
    if (Array.isArray(value)) value = value[Number(part)]
    else if (isMap(value) && Object.hasOwn(value, part)) value = value[part]
    else return undefined
  }
  return value
}

const positions = new WeakMap<object, readonly number[]>()

function mapList(list: readonly unknown[], change: (text: string, path: Path) => unknown, path: Path) {
  const kept: unknown[] = []
  const origins: number[] = []
  for (const [position, inner] of list.entries()) {
    const mapped = mapStrings(inner, change, [...path, position])
    if (mapped === undefined) continue
    kept.push(mapped)
    origins.push(position)
  }
  positions.set(kept, origins)
  return kept
}

/** A copy of a tree of maps and lists with every string replaced by what `change` returns; undefined removes it. */
export function mapStrings(
  value: unknown,
  change: (text: string, path: Path) => unknown,
  path: Path = [],
): unknown {
  if (typeof value === 'string') return change(value, path)
  if (Array.isArray(value)) return mapList(value, change, path)
  if (!isMap(value)) return value
  const entries = Object.entries(value).map(([key, inner]) => [
    key,
    mapStrings(inner, change, [...path, key]),
  ])
  return Object.fromEntries(entries.filter(([, inner]) => inner !== undefined))
}

/** Where something of a tree that {@link mapStrings} made stood before elements were removed from lists. */
export function originalPath(root: unknown, path: Path): Path {
  let value = root
  return path.map((part) => {
    const origins = typeof value === 'object' && value !== null ? positions.get(value) : undefined
    value = valueAt(value, [part])
    return typeof part === 'number' && origins ? (origins[part] ?? part) : part
  })
}
