import { isJobName } from '../../catalog/ids.ts'

/** The name of a job made of any text, another one for each: `a`, `a-2`. `otherwise` where nothing of it can be used. */
export function jobNameOf(text: string, taken: ReadonlySet<string>, otherwise: string): string {
  const plain = text
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[^a-z0-9]+/, '')
    .slice(0, 90)
  const name = isJobName(plain) ? plain : otherwise
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? name : `${name}-${number}`
    if (!taken.has(candidate)) return candidate
  }
}
