import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { problemsOf } from './house-rules/rules.ts'
import { root } from './run.ts'

// New files count before they are committed, ignored ones never.
const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
const files = listed.split('\0').filter((file) => file && existsSync(join(root, file)))
const problems = files.flatMap((file) => problemsOf(file, () => readFileSync(join(root, file), 'utf8')))

for (const problem of problems) process.stdout.write(`${problem}\n`)
process.stdout.write(`${files.length} files, ${problems.length} problems\n`)
if (problems.length) process.exitCode = 1
