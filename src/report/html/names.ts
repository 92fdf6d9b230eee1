import { createHash } from 'node:crypto'

/**
 * The file of a job's page, relative to the index. Names are no paths, and disks may not tell capitals apart: what is
 * more than small letters, digits, `-` and `_` gets a part of its hash.
 */
export function pageOf(job: string): string {
  if (/^[a-z0-9][a-z0-9_-]{0,60}$/.test(job)) return `jobs/${job}.html`
  const hash = createHash('sha256').update(job).digest('hex').slice(0, 8)
  const readable = job
    .toLowerCase()
    .replace(/[^a-z0-9_-]+/g, '-')
    .slice(0, 40)
  // A dot, which no plain name has: nobody else's page can be meant.
  return `jobs/${readable}.${hash}.html`
}
