import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What the table of docs/threat-model.md says that a store answers a thief: by what he tries. */
export function publishedThefts(stolen: string, store: 'S3' | 'Azure'): Record<string, string> {
  const text = readFileSync(join(import.meta.dirname, '../../../docs/threat-model.md'), 'utf8')
  const rows = text.split('\n').filter((line) => line.startsWith(`| ${stolen} |`))
  const answers: Record<string, string> = {}
  for (const row of rows) {
    const [, , tries = '', s3 = '', azure = ''] = row
      .split('|')
      .map((cell) => cell.trim().replaceAll('`', ''))
    const answer = store === 'S3' ? s3 : azure
    if (answer !== 'no such thing') answers[tries] = answer
  }
  if (rows.length === 0) throw new Error(`docs/threat-model.md has no thefts of ${stolen}`)
  return answers
}

/** What became of attempts that all come to the same: `done`, or the store's code. */
export async function answerOf(attempts: readonly (() => Promise<unknown>)[]): Promise<string> {
  const answers = new Set<string>()
  for (const attempt of attempts) answers.add(await one(attempt))
  if (answers.size !== 1) throw new Error(`${attempts.length} attempts: ${[...answers].join(', ')}`)
  return [...answers].join('')
}

async function one(attempt: () => Promise<unknown>): Promise<string> {
  try {
    await attempt()
    return 'done'
  } catch (error) {
    const { name, code } = error as Error & { code?: string }
    return code ?? name
  }
}
