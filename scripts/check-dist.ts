import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundle } from './dist/bundle.ts'
import { compareTrees, readTree } from './dist/tree.ts'
import { root } from './run.ts'

/** Bytes that the file loaded at every start may have; SDKs belong into lazy chunks. */
const entryLimit = 1_000_000

function uncommitted(): string[] {
  const status = execFileSync('git', ['status', '--porcelain', '--ignored', '--', 'dist'], {
    cwd: root,
    encoding: 'utf8',
  })
  return status
    .split('\n')
    .filter(Boolean)
    .map((line) => `not committed: ${line.slice(3)}`)
}

const scratch = mkdtempSync(join(tmpdir(), 'holdfast-dist-'))
try {
  const out = join(scratch, 'dist')
  bundle(out)
  const fresh = readTree(out)
  const problems = [...compareTrees(fresh, readTree(join(root, 'dist'))), ...uncommitted()]
  const entry = fresh.get('main/index.js')?.length ?? 0
  if (entry > entryLimit)
    problems.push(`main/index.js has ${entry} bytes, over the limit of ${entryLimit}: load more of it lazily`)
  for (const problem of problems) process.stdout.write(`${problem}\n`)
  if (problems.length) {
    process.stdout.write('dist is not what the sources build: run `npm run package` and commit dist\n')
    process.exitCode = 1
  } else {
    process.stdout.write(`dist is what the sources build: ${fresh.size} files, entry ${entry} bytes\n`)
  }
} finally {
  rmSync(scratch, { recursive: true, force: true })
}
