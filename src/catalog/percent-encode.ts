import { HoldfastError } from '../errors/error.ts'

/**
 * A stream's name (a dataset, a database) as one segment of a key: everything but `A-Z a-z 0-9 - _ .` becomes
 * `%XX` of its UTF-8 bytes; names of dots only and `index` are encoded too, since keys are paths on some stores and
 * `data/<job>/<id>/index/` is the index's own. Errors: `internal` for an empty name or half a surrogate pair.
 */
export function percentEncode(name: string): string {
  if (name === '' || !name.isWellFormed()) {
    throw new HoldfastError('internal', 'a stream name is empty or no valid text')
  }
  if (/^\.+$/.test(name)) return name.replaceAll('.', '%2E')
  if (name === 'index') return '%69ndex'
  return encodeURIComponent(name).replace(
    /[!'()*~]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

/** The name that {@link percentEncode} made a segment of; undefined where the segment is not its work. */
export function percentDecode(segment: string): string | undefined {
  try {
    const name = decodeURIComponent(segment)
    return percentEncode(name) === segment ? name : undefined
  } catch {
    return undefined
  }
}
