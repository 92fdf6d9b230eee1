/**
 * Made test/golden/v1-cli, once, with the command line: `node test/golden/make-v1-cli.ts DIRECTORY`. Committed, and never made
 * again: a released format restores for ever.
 */
import { spawnSync } from 'node:child_process'
import { chmod, cp, link, mkdir, mkdtemp, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { generateKeys } from '../../src/commands/keygen.ts'
import { goldenConfig } from './golden-config.ts'
import { plainTree } from './plain-tree.ts'

const [, , target] = process.argv
if (target === undefined) throw new Error('name the directory to make')
const work = await mkdtemp(join(tmpdir(), 'holdfast-golden-'))
const home = join(work, 'home')
const keys = await generateKeys(join(work, 'keys'), new Date('2026-11-01T00:00:00Z'))
const passphrase = 'a golden passphrase'

function holdfast(now: string, ...args: string[]) {
  const bin = resolve(import.meta.dirname, '../../bin/holdfast.cjs')
  const { stdout, status } = spawnSync(process.execPath, [bin, ...args, '--json'], {
    cwd: work,
    encoding: 'utf8',
    env: { ...process.env, HOLDFAST_DEV: '1', HOLDFAST_NOW: now, HOLDFAST_STATE_DIR: join(work, 'state') },
  })
  if (status !== 0) throw new Error(`${args.join(' ')} exited ${status}: ${stdout}`)
  return JSON.parse(stdout).results
}

async function file(name: string, text: string, day: number): Promise<void> {
  const time = new Date(Date.UTC(2026, 9, day, 12, 34, 56, 789))
  await writeFile(join(home, name), text)
  await utimes(join(home, name), time, time)
}

await mkdir(join(home, 'photos/old'), { recursive: true })
await mkdir(join(home, 'empty'))
await file('kept.txt', 'kept\n'.repeat(500), 1)
await file('photos/Größe.txt', 'umlauts\n', 2)
await file('photos/changed.txt', 'old\n', 3)
await file('photos/deleted.txt', 'deleted later\n', 4)
await file('photos/renamed.txt', 'renamed later\n', 5)
await file('photos/old/file-then-directory', 'a file\n', 6)
await link(join(home, 'kept.txt'), join(home, 'photos/hard link'))
await symlink('../kept.txt', join(home, 'photos/symlink'))
await chmod(join(home, 'photos/changed.txt'), 0o640)

const signing = { key: join(work, 'keys/backup-signing.key'), trust: [keys.backupSigning, keys.drillSigning] }
const settings = { path: join(work, 'repository'), recipients: [keys.recipient], passphrase, signing, source: home }
await writeFile(join(work, 'holdfast.yml'), goldenConfig(settings))
const trees: Record<string, Record<string, string>> = {}
const ids: string[] = []

function backup(now: string, job: string, ...args: string[]): void {
  const [{ id }] = holdfast(now, 'backup', job, ...args)
  ids.push(id)
  if (job !== 'said') trees[id] = plainTree(home)
}

backup('2026-11-01T03:00:00Z', 'home', '--level', '0', '--tag', 'first')
backup('2026-11-01T04:00:00Z', 'archive', '--level', '0')
backup('2026-11-01T05:00:00Z', 'said')
await file('photos/changed.txt', 'new, and longer\n', 10)
await rm(join(home, 'photos/deleted.txt'))
await rename(join(home, 'photos/renamed.txt'), join(home, 'photos/another name.txt'))
backup('2026-11-02T03:00:00Z', 'home', '--level', '1')
await rm(join(home, 'photos/old/file-then-directory'))
await mkdir(join(home, 'photos/old/file-then-directory'))
await file('photos/old/file-then-directory/inner.txt', 'now a directory\n', 12)
backup('2026-11-03T03:00:00Z', 'home', '--level', '2')
const identity = ['--identity', join(work, 'keys/identity.txt')]
holdfast('2026-11-03T06:00:00Z', 'drill', 'home', ...identity)
holdfast('2026-11-03T07:00:00Z', 'hold', String(ids[0]), '--reason', 'audit')

const listed = holdfast('2026-11-04T00:00:00Z', 'list')
await cp(join(work, 'repository'), join(target, 'repository'), { recursive: true })
await cp(join(work, 'keys/identity.txt'), join(target, 'identity.txt'))
const expected = { passphrase, recipients: settings.recipients, trust: signing.trust, ids, listed, trees }
await writeFile(join(target, 'expected.json'), `${JSON.stringify(expected, null, 2)}\n`, { flag: 'wx' })
await rm(work, { recursive: true })
