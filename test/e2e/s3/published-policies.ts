import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const roles = readFileSync(join(import.meta.dirname, '../../../docs/roles.md'), 'utf8')

export type PublishedRole = 'backup' | 'drill' | 'cleanup'

/** The policy of a role as docs/roles.md has it, for a bucket and a prefix. */
export function publishedPolicy(role: PublishedRole, bucket: string, prefix: string): string {
  const text = new RegExp(`^### ${role}\\n+\`\`\`json\\n([^]*?)\n\`\`\``, 'm').exec(roles)?.[1]
  if (text === undefined) throw new Error(`docs/roles.md has no policy of ${role}`)
  JSON.parse(text)
  return text.replaceAll('BUCKET', bucket).replaceAll('PREFIX', prefix)
}
