import type { ChainLink } from '../../domain/source.ts'

/** The one stream of a directory's backup. */
export const treeStream = { name: 'tree', mediaType: 'application/x-tar' } as const

/** The same as a zip archive. */
export const zipStream = { name: 'tree', mediaType: 'application/zip' } as const

/** Whether a backup of a directory is a zip archive. */
export function isZip(link: Pick<ChainLink, 'streams'> | undefined): boolean {
  return link?.streams[0]?.mediaType === zipStream.mediaType
}
