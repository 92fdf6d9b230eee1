import { indexPageBytes } from '../../catalog/index/page.ts'
import type { StreamSummary } from '../../domain/manifest.ts'
import { defaultSpan } from '../../pipeline/workshop.ts'

/** The stream that a backup's index pages are stored as: one page is one frame. Never in the manifest's own list. */
export const indexStream: StreamSummary = {
  name: 'index',
  mediaType: 'application/vnd.holdfast.index',
  compression: { type: 'zstd', level: 3 },
  volumes: 0,
  frame: indexPageBytes,
  span: defaultSpan,
  storedBytes: 0,
}
