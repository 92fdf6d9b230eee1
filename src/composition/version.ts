import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The version in package.json: two folders up from here in the sources as in `dist/main/`. */
export function readVersion(): string {
  // Not by URL: the bundler would copy package.json into the bundle.
  const file = join(import.meta.dirname, '..', '..', 'package.json')
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
}
