/** The archive of the data directory, as the server writes it. */
export const baseStream = { name: 'base', mediaType: 'application/x-tar' } as const

/** The server's list of all files with their checksums. */
export const manifestStream = { name: 'backup-manifest', mediaType: 'application/json' } as const

const tablespacePrefix = 'tablespace-'

/** The archive of a directory beside the data directory. */
export function tablespaceStream(oid: string): { readonly name: string; readonly mediaType: string } {
  return { name: `${tablespacePrefix}${oid}`, mediaType: 'application/x-tar' }
}

/** The oid of a tablespace's stream; undefined for other streams. */
export function tablespaceOf(stream: string): string | undefined {
  return stream.startsWith(tablespacePrefix) ? stream.slice(tablespacePrefix.length) : undefined
}
