/**
 * A name as one segment of a key: percent-encoded UTF-8, so that any stream name becomes ASCII without slashes, and
 * never `.` or `..`.
 */
export function encodeSegment(name: string): string {
  const encoded = encodeURIComponent(name.toWellFormed()).replace(/[!'()*~]/g, percent)
  return /^\.+$/.test(encoded) ? encoded.replaceAll('.', '%2E') : encoded
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
}

/** Where a volume is stored: `<prefix>/<sequence, 8 digits>-<12 digits of the SHA-256 of the stored bytes>`. */
export function volumeKey(prefix: string, seq: number, sha256: string): string {
  return `${prefix}/${String(seq).padStart(8, '0')}-${sha256.slice(0, 12)}`
}
