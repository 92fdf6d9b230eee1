import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { executableBlocks } from '../../scripts/docs/blocks.ts'
import { documentedCodes } from '../../scripts/docs/error-codes.ts'
import { anchorOf, brokenLinks } from '../../scripts/docs/links.ts'
import { errorCodes } from '../../src/errors/codes.ts'
import { has } from '../services/program.ts'
import { type S3Service, startVersitygw } from '../services/s3.ts'

const executed = ['README.md', 'docs/guide.md']
const read = (file: string) => readFileSync(file, 'utf8')

let scratch: string
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'holdfast-docs-'))
})
afterEach(() => rmSync(scratch, { recursive: true, force: true }))

/** Codes of findings that the sources use and that are no error codes; `custom` is a word of the schema library. */
function findingCodes(): string[] {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  )
  const used = files.flatMap((file) => [...read(join('src', file)).matchAll(/\bcode: '([a-z][a-z-]*)'/g)])
  const known: readonly string[] = ['custom', ...errorCodes]
  return [...new Set(used.map(([, code = '']) => code))].filter((code) => !known.includes(code)).sort()
}

const started: S3Service[] = []
afterEach(async () => {
  for (const service of started.splice(0)) await service.stop()
})

/** The bucket of the documents at an address that no document names. */
async function startStore(): Promise<{ environment: Record<string, string> }> {
  const service = await startVersitygw({ bucket: 'acme-backups' })
  started.push(service)
  return { environment: { ...service.environment, AWS_ENDPOINT_URL_S3: service.endpoint } }
}

/** Makes the `holdfast` of this checkout a command, as an installation would. */
function installInto(folder: string): void {
  mkdirSync(folder)
  const command = join(folder, 'holdfast')
  writeFileSync(command, `#!/bin/sh\nexec "${process.execPath}" "${resolve('bin/holdfast.cjs')}" "$@"\n`)
  chmodSync(command, 0o755)
}

describe('the commands of the documents', () => {
  it.each(executed)(
    '%s: all succeed, one after another, from an empty directory',
    async (file) => {
      const blocks = executableBlocks(read(file)).filter(({ needs }) => has(...needs))
      expect(blocks.length).toBeGreaterThan(0)
      const store = blocks.some(({ needs }) => needs.includes('versitygw')) ? await startStore() : undefined
      installInto(join(scratch, 'bin'))
      mkdirSync(join(scratch, 'work'))
      const session = blocks.map(({ line, script }) => `echo '--- ${file}:${line}' >&2\n${script}`).join('\n')
      const child = spawn('bash', ['-euo', 'pipefail', '-c', session], {
        cwd: join(scratch, 'work'),
        stdio: ['ignore', 'pipe', 'pipe'],
        env: {
          PATH: `${join(scratch, 'bin')}${delimiter}${process.env.PATH}`,
          HOME: scratch,
          HOLDFAST_DEV: '1',
          XDG_STATE_HOME: join(scratch, 'state'),
          ...store?.environment,
        },
      })
      const [[status], stdout, stderr] = await Promise.all([
        once(child, 'close'),
        text(child.stdout),
        text(child.stderr),
      ])
      expect({ status, output: status === 0 ? '' : `${stdout}\n${stderr}` }).toEqual({
        status: 0,
        output: '',
      })
    },
    400_000,
  )
})

describe('docs/errors.md', () => {
  it('explains every code, and no other', () => {
    expect([...documentedCodes(read('docs/errors.md'))].sort()).toEqual([...errorCodes].sort())
  })

  it('lists every finding, and no other', () => {
    const [, table = ''] = read('docs/errors.md').split('\n## Findings\n')
    const listed = [...table.matchAll(/^\| `([a-z-]+)` \| (ok|info|warning|error) \| \S.+ \|$/gm)]
    expect(listed.map(([, code]) => code).sort()).toEqual(findingCodes())
  })

  it('says of each code what causes it and what to do', () => {
    const [codes = ''] = read('docs/errors.md').split('\n## Findings\n')
    for (const section of codes.split(/^### /m).slice(1)) {
      expect(section).toMatch(/\*\*Cause:\*\* .+ \*\*What to do:\*\* .+/)
    }
  })
})

describe('executableBlocks', () => {
  it('takes blocks marked for it only, with their lines', () => {
    const markdown =
      '# A\n```sh\nno\n```\n```sh test\none\ntwo\n```\n```json test\n{}\n```\n```sh test versitygw\nthree\n```\n'
    expect(executableBlocks(markdown)).toEqual([
      { line: 6, script: 'one\ntwo\n', needs: [] },
      { line: 13, script: 'three\n', needs: ['versitygw'] },
    ])
  })
})

describe('brokenLinks', () => {
  it('makes anchors as GitHub does', () => {
    expect(anchorOf('Usage and configuration (2)')).toBe('usage-and-configuration-2')
  })

  it('finds files and headings that are not there', () => {
    const markdown = '# Here\n[a](package.json) [b](absent.md) [c](#here) [d](#gone) [e](https://example.com)'
    expect(brokenLinks('README.md', () => markdown)).toEqual([
      'README.md: no such file: absent.md',
      'README.md: no such heading: #gone',
    ])
  })
})
