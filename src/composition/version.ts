import { readFileSync } from 'node:fs'

/** The version in package.json: two folders up from here in the sources as in `dist/main/`. */
export function readVersion(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}
