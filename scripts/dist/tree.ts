import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

/** Every file below `directory` with its bytes, by path with `/`, sorted; empty where there is no such directory. */
export function readTree(directory: string): Map<string, Buffer> {
  if (!existsSync(directory)) return new Map()
  const files = readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  return new Map(files.map((file) => [relative(directory, file).split(sep).join('/'), readFileSync(file)]))
}

/** How `found` differs from `expected`: one line a file, sorted by path; empty when both are equal. */
export function compareTrees(expected: Map<string, Buffer>, found: Map<string, Buffer>): string[] {
  const differences: string[] = []
  for (const file of [...new Set([...expected.keys(), ...found.keys()])].sort()) {
    const [wanted, got] = [expected.get(file), found.get(file)]
    if (!got) differences.push(`missing: ${file}`)
    else if (!wanted) differences.push(`not part of a fresh build: ${file}`)
    else if (!wanted.equals(got)) differences.push(`differs from a fresh build: ${file}`)
  }
  return differences
}
