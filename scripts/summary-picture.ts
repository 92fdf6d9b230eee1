import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { generateKeys } from '../src/commands/keygen.ts'
import type { ActionName } from '../src/entry/actions/actions.ts'
import { drawSummary } from './docs/picture.ts'
import { root } from './run.ts'

/**
 * Draws the job summary of the README: what the actions really write after some days of backups. The first argument is
 * the picture, by default the one in docs/images.
 */
const png = resolve(process.argv[2] ?? join(root, 'docs', 'images', 'job-summary.png'))
const scratch = mkdtempSync(join(tmpdir(), 'holdfast-summary-'))
const path = (...names: string[]) => join(scratch, ...names)
const mebibyte = 1024 ** 2

function grow(name: string, bytes: number): void {
  // Half of it can be compressed, as real data can.
  writeFileSync(path('data', name), Buffer.concat([randomBytes(bytes / 2), Buffer.alloc(bytes / 2)]))
}

function run(action: ActionName, now: string, inputs: Readonly<Record<string, string>>): string {
  const main = pathToFileURL(join(root, 'src', 'entry', 'main.ts')).href
  const summary = path('summary.md')
  writeFileSync(summary, '')
  const given = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])
  const { PATH, LANG } = process.env
  const entry = path('entry.mjs')
  writeFileSync(entry, `import { action } from '${main}'\nawait action('${action}')\n`)
  spawnSync(process.execPath, [entry], {
    cwd: path('workspace'),
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...{ PATH, LANG, HOME: scratch, NODE_NO_WARNINGS: '1' },
      ...{ GITHUB_STEP_SUMMARY: summary, RUNNER_TEMP: path('temporary'), HOLDFAST_NOW: now },
      ...Object.fromEntries(given),
    },
  })
  return readFileSync(summary, 'utf8')
}

function configuration(recipient: string): string {
  return `version: 1
timezone: Europe/Berlin
destinations:
  local: { type: filesystem, path: "${path('local')}" }
  offsite: { type: filesystem, path: "${path('offsite')}" }
encryption: { recipients: [${recipient}], identity-file: "${path('keys', 'identity.txt')}" }
defaults: { to: [local, offsite], retention: { keep-daily: 3, keep-weekly: 2, require-proofs: 1 } }
jobs:
  home: { source: { type: directory, path: "${path('data')}" }, levels: { 0: otherwise } }
  mail: { source: { type: directory, path: "${path('mail')}" }, levels: { 0: monthly, 1: otherwise }, every: 24h }
`
}

try {
  for (const name of ['workspace', 'temporary', 'data', 'mail']) mkdirSync(path(name))
  const { recipient } = await generateKeys(path('keys'), new Date())
  writeFileSync(path('workspace', 'holdfast.yml'), configuration(recipient))
  for (let day = 2; day <= 8; day += 1) {
    grow(`day-${day}.bin`, (day === 2 ? 24 : 2 + (day % 3)) * mebibyte)
    writeFileSync(path('mail', `${day}.eml`), randomBytes(day * 40_000))
    run('backup', `2026-11-0${day}T02:17:00Z`, {})
  }
  const drill = run('restore-verify', '2026-11-08T05:23:00Z', { jobs: 'home', destination: 'offsite' })
  grow('day-9.bin', 2 * mebibyte)
  writeFileSync(path('mail', '9.eml'), randomBytes(900_000))
  const backup = run('backup', '2026-11-09T02:17:00Z', {})
  const cleanup = run('cleanup', '2026-11-09T04:41:00Z', {
    jobs: 'home',
    destination: 'offsite',
    'dry-run': 'true',
  })
  mkdirSync(dirname(png), { recursive: true })
  drawSummary([backup, drill, cleanup].join('\n'), png, { width: 1070, height: 945 })
} finally {
  rmSync(scratch, { recursive: true, force: true })
}
