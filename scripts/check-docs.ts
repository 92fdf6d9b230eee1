import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { errorCodes } from '../src/errors/codes.ts'
import { documentedCodes } from './docs/error-codes.ts'
import { brokenLinks } from './docs/links.ts'
import { root } from './run.ts'

process.chdir(root)
const read = (file: string) => readFileSync(file, 'utf8')
const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'], {
  encoding: 'utf8',
})
const documents = listed.split('\n').filter((file) => file && !file.startsWith('dist/') && existsSync(file))
const documented = documentedCodes(read('docs/errors.md'))

const problems = [
  ...documents.flatMap((file) => brokenLinks(file, read)),
  ...errorCodes
    .filter((code) => !documented.includes(code))
    .map((code) => `docs/errors.md: ${code} is missing`),
  ...documented
    .filter((code) => !errorCodes.some((known) => known === code))
    .map((code) => `docs/errors.md: no such code: ${code}`),
]
for (const problem of problems) process.stdout.write(`${problem}\n`)
process.stdout.write(`${documents.length} documents, ${problems.length} problems\n`)
if (problems.length) process.exitCode = 1
