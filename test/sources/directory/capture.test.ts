import { execFileSync, spawn } from 'node:child_process'
import fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { systemClock } from '../../../src/process/clock.ts'
import type { DirectorySettings } from '../../../src/sources/directory/settings.ts'
import { createDirectorySource } from '../../../src/sources/directory/source.ts'
import { decodeState, encodeState } from '../../../src/sources/directory/state.ts'
import { backUp, type FakeBackup, sourceContext } from '../../fakes/capture.ts'
import { describeTree, isRoot } from '../../fixtures/odd-tree.ts'
import { treeDifferences } from '../../fixtures/tree-difference.ts'
import { pathWithTar, unprivilegedPath } from '../../fixtures/unprivileged-tar.ts'

let work: string
let tree: string
let number = 0

beforeEach(() => {
  work = fs.mkdtempSync(join(tmpdir(), 'holdfast-capture-'))
  tree = join(work, 'tree')
  fs.mkdirSync(tree)
})
afterEach(() => {
  execFileSync('chmod', ['-R', 'u+rwX', work])
  fs.rmSync(work, { recursive: true })
})

function source(settings: Partial<DirectorySettings> = {}) {
  return createDirectorySource({
    path: tree,
    exclude: [],
    oneFileSystem: false,
    onUnreadable: 'partial',
    ...settings,
  })
}

function run(
  settings: Partial<DirectorySettings> = {},
  options: Parameters<typeof backUp>[2] = {},
): Promise<FakeBackup> {
  number += 1
  return backUp(source(settings), join(work, `${number}.tar`), options)
}

const next = (
  settings: Partial<DirectorySettings>,
  parent: FakeBackup,
  options: Parameters<typeof backUp>[2] = {},
) => run(settings, { level: 1, parent: parent.parent, ...options })

const write = (name: string, text = name): void => fs.writeFileSync(join(tree, name), text)
const make = (name: string): void => void fs.mkdirSync(join(tree, name), { recursive: true })
const paths = (backup: FakeBackup, ...kinds: string[]): string[] =>
  backup.index.entries.filter(({ kind }) => kinds.includes(kind)).map(({ path }) => path)
/** Gives a path a time long ago, so that nothing depends on how fast the test runs. */
const age = (...names: string[]): void => {
  for (const name of names) fs.utimesSync(join(tree, name), 1_700_000_000, 1_700_000_000)
}

async function restored(...backups: FakeBackup[]): Promise<string> {
  const target = join(work, `restored-${backups.length}-${number}`)
  const chain = backups.map(({ link }) => link)
  await source().restore(sourceContext(), chain, {
    target: { type: 'directory', path: target },
    include: [],
    overwrite: false,
  })
  return target
}

async function expectSame(...backups: FakeBackup[]): Promise<void> {
  expect(treeDifferences(describeTree(await restored(...backups)), describeTree(tree))).toEqual([])
}

it('reads only what changed where the path of the source is a symbolic link', async () => {
  for (const name of ['a', 'b']) write(name)
  age('a', 'b', '.')
  const link = join(work, 'link')
  fs.symlinkSync(tree, link)
  const full = await run({ path: link })
  write('c')
  const increment = await next({ path: link }, full)
  expect(paths(increment, 'file')).toEqual(['c'])
  await expectSame(full, increment)
})

describe('the index of a capture', () => {
  it('lists directories by path, then files by directory, with offsets and hashes', async () => {
    for (const name of ['a', 'a/sub', 'a-x', 'b']) make(name)
    for (const name of ['a/1', 'a/sub/2', 'a-x/3', 'b/4', 'top']) write(name)
    const full = await run()
    expect(paths(full, 'directory')).toEqual(['', 'a', 'a-x', 'a/sub', 'b'])
    expect(paths(full, 'file')).toEqual(['top', 'a/1', 'a-x/3', 'a/sub/2', 'b/4'])
    expect(full.result.files).toBe(5)
    expect(full.index.entries.find(({ path }) => path === 'a/1')).toMatchObject({
      kind: 'file',
      size: 3,
      mode: 0o644,
      sha256: execFileSync('sha256sum', [join(tree, 'a/1')], { encoding: 'utf8' }).slice(0, 64),
    })
  })

  it('names what did not change, but nothing that no backup holds', async () => {
    make('d')
    write('d/same')
    write('d/junk.tmp')
    const server = spawn('python3', [
      '-c',
      `import socket,time\ns=socket.socket(socket.AF_UNIX)\ns.bind(${JSON.stringify(join(tree, 'd/socket'))})\ntime.sleep(20)`,
    ])
    await expect.poll(() => fs.existsSync(join(tree, 'd/socket'))).toBe(true)
    const settings = { exclude: ['*.tmp'] }
    const full = await run(settings)
    expect(paths(full, 'file', 'unchanged')).toEqual(['d/same'])
    write('d/late.tmp')
    write('d/new')
    await systemClock.sleep(50)
    const increment = await next(settings, full)
    expect(paths(increment, 'unchanged')).toEqual(['d/same'])
    expect(paths(increment, 'file')).toEqual(['d/new'])
    server.kill()
    const third = await run(settings, { level: 2, parent: increment.parent })
    expect(paths(third, 'unchanged')).toEqual(['d/new', 'd/same'])
    expect(fs.readdirSync(join(await restored(full, increment, third), 'd')).sort()).toEqual(['new', 'same'])
  })
})

describe('increments miss nothing', () => {
  it('when a directory is renamed, swapped, or its inode is used again', async () => {
    for (const name of ['one', 'two', 'three/inner', 'gone']) make(name)
    for (const name of ['one/a', 'two/a', 'three/inner/a', 'gone/a']) write(name)
    age('one/a', 'two/a', 'three/inner/a', 'gone/a')
    const full = await run()
    fs.renameSync(join(tree, 'three'), join(tree, 'renamed'))
    fs.renameSync(join(tree, 'one'), join(tree, 'x'))
    fs.renameSync(join(tree, 'two'), join(tree, 'one'))
    fs.renameSync(join(tree, 'x'), join(tree, 'two'))
    const { ino } = fs.statSync(join(tree, 'gone'))
    fs.rmSync(join(tree, 'gone'), { recursive: true })
    for (let tries = 0; tries < 50; tries += 1) {
      make(`again-${tries}`)
      write(`again-${tries}/a`, `${tries}`)
      if (fs.statSync(join(tree, `again-${tries}`)).ino === ino) break
    }
    await expectSame(full, await next({}, full))
  })

  it('when a directory is deleted and made again under its name', async () => {
    make('d')
    write('d/a', 'old')
    age('d/a')
    const full = await run()
    fs.rmSync(join(tree, 'd'), { recursive: true })
    make('d')
    write('d/b', 'new')
    await expectSame(full, await next({}, full))
  })

  it('when a file could not be read and can be later, its inode untouched', async () => {
    make('locked')
    write('secret')
    write('locked/inside')
    make('no-entry')
    write('no-entry/inside')
    age('secret', 'locked/inside', 'no-entry/inside')
    fs.chmodSync(join(tree, 'secret'), 0)
    fs.chmodSync(join(tree, 'locked'), 0)
    fs.chmodSync(join(tree, 'no-entry'), 0o600)
    // Nothing of the files changes between the runs, only who reads them.
    const environment = { PATH: unprivilegedPath(join(work, 'bin')) }
    const full = await run({ onUnreadable: 'warn' }, { environment, allowUnread: ['secret'] })
    expect([...full.result.unread].sort()).toEqual(['locked', 'no-entry/inside', 'secret'])
    if (!isRoot) {
      fs.chmodSync(join(tree, 'secret'), 0o600)
      fs.chmodSync(join(tree, 'locked'), 0o700)
      fs.chmodSync(join(tree, 'no-entry'), 0o700)
    }
    const increment = await next({}, full)
    expect(increment.result.unread).toEqual([])
    expect(paths(increment, 'file')).toEqual(
      expect.arrayContaining(['secret', 'locked/inside', 'no-entry/inside']),
    )
    await expectSame(full, increment)
    await expectSame(full, increment, await run({}, { level: 2, parent: increment.parent }))
  })

  it('when a file changes in the tick of the kernel clock before the run', async () => {
    const misses: string[] = []
    for (let round = 0; round < 8; round += 1) {
      write('file', `before ${round}`)
      const full = await run()
      fs.writeFileSync(join(tree, 'file'), `after ${round}`)
      const ctime = fs.statSync(join(tree, 'file'), { bigint: true }).ctimeNs
      expect(decodeState(full.parent.state).snapshot.time).toBeLessThan(ctime)
      const increment = await next({}, full)
      if (!paths(increment, 'file').includes('file')) misses.push(`round ${round}`)
    }
    expect(misses).toEqual([])
  })

  it('keeps hard links together when only one of their directories is renamed', async () => {
    make('a')
    make('z')
    write('a/name')
    fs.linkSync(join(tree, 'a/name'), join(tree, 'z/name'))
    const full = await run()
    fs.renameSync(join(tree, 'a'), join(tree, 'y'))
    const increment = await next({}, full)
    await expectSame(full, increment)
    fs.renameSync(join(tree, 'z'), join(tree, 'b'))
    await expectSame(full, increment, await run({}, { level: 2, parent: increment.parent }))
  })

  it('takes away attributes that a directory lost, of the root too', async () => {
    make('d')
    write('d/file')
    for (const path of [tree, join(tree, 'd')]) execFileSync('setfattr', ['-n', 'user.tag', '-v', '1', path])
    execFileSync('setfacl', ['-d', '-m', 'u:1234:rwx', join(tree, 'd')])
    const full = await run()
    for (const path of [tree, join(tree, 'd')]) execFileSync('setfattr', ['-x', 'user.tag', path])
    execFileSync('setfacl', ['-b', join(tree, 'd')])
    await expectSame(full, await next({}, full))
  })
})

describe('a parent that cannot be built upon', () => {
  it.each<[string, Partial<DirectorySettings>]>([
    ['the list of what is left out changed', { exclude: ['*.log'] }],
    ['one-file-system changed', { oneFileSystem: true }],
  ])('makes a full backup: %s', async (reason, settings) => {
    write('file')
    const full = await run()
    const again = await next(settings, full)
    expect(again).toMatchObject({ level: 0, fullBecause: reason })
    expect(paths(again, 'file')).toEqual(['file'])
  })

  it('makes a full backup of another path, of damaged state, without state, and when the clock went back', async () => {
    write('file')
    const full = await run()
    make('inner')
    expect(await next({ path: join(tree, 'inner') }, full)).toMatchObject({
      level: 0,
      fullBecause: 'the path changed',
    })
    const damaged = { ...full.parent, state: full.parent.state.subarray(0, 200) }
    expect(await run({}, { level: 1, parent: damaged })).toMatchObject({
      level: 0,
      fullBecause: 'the state of the previous backup is not usable',
    })
    expect(await run({}, { level: 1 })).toMatchObject({
      level: 0,
      fullBecause: 'there is no backup to build upon',
    })
    const state = decodeState(full.parent.state)
    const ahead = encodeState({
      ...state,
      snapshot: { ...state.snapshot, time: state.snapshot.time + 10n ** 13n },
    })
    const back = await run({}, { level: 1, parent: { ...full.parent, state: ahead } })
    expect(back).toMatchObject({ level: 0, fullBecause: 'the clock went back behind the previous backup' })
  })
})

describe('what cannot be read', () => {
  beforeEach(() => {
    write('readable')
    write('secret')
    write('colon: Cannot stat: No such file or directory\n')
    fs.chmodSync(join(tree, 'secret'), 0)
    fs.chmodSync(join(tree, 'colon: Cannot stat: No such file or directory\n'), 0)
  })
  const environment = () => ({ PATH: unprivilegedPath(join(work, 'bin')) })
  const unread = ['colon: Cannot stat: No such file or directory\\012', 'secret']

  it('is listed, counted and an error of a backup that is kept', async () => {
    const backup = await run({}, { environment: environment() })
    expect([...backup.result.unread].sort()).toEqual(unread)
    expect(paths(backup, 'file')).toEqual(['readable'])
    expect(backup.findings).toEqual([
      expect.objectContaining({
        code: 'unread-paths',
        severity: 'error',
        message: '2 paths could not be read',
      }),
    ])
  })

  it('only warns, or fails, as it is told', async () => {
    const warned = await run({ onUnreadable: 'warn' }, { environment: environment() })
    expect(warned.findings).toEqual([expect.objectContaining({ code: 'unread-paths', severity: 'warning' })])
    expect(warned.result.unread).toHaveLength(2)
    await expect(run({ onUnreadable: 'fail' }, { environment: environment() })).rejects.toMatchObject({
      code: 'unread-paths',
      context: { count: 2 },
    })
    const allowed = { environment: environment(), allowUnread: unread }
    expect((await run({ onUnreadable: 'fail' }, allowed)).result.unread).toHaveLength(2)
  })
})

describe('a tree that changes while it is read', () => {
  it('reports what vanished, changed and shrank, and dumps it again', async () => {
    for (const name of ['changes', 'shrinks', 'vanishes']) write(name, name.repeat(400_000))
    age('changes', 'shrinks', 'vanishes')
    const first = await run()
    // A tar that waits after each record lets the test change files at a known place: `changes` comes first.
    const slow = pathWithTar(
      join(work, 'slow'),
      'case "$*" in *--create*) exec /usr/bin/env -i PATH=/usr/bin:/bin LC_ALL=C tar --checkpoint=1 --checkpoint-action=exec="$HOOK" "$@";; *) PATH=/usr/bin:/bin exec tar "$@";; esac',
    )
    const hook = join(work, 'hook')
    fs.writeFileSync(
      hook,
      `#!/bin/sh\n[ -e ${work}/done ] && exit 0\n: > ${work}/done\ncd ${tree}\nrm vanishes\nprintf x >> changes\n: > shrinks\n`,
    )
    fs.chmodSync(hook, 0o755)
    for (const name of ['changes', 'shrinks', 'vanishes']) write(name, name.repeat(400_001))
    const busy = await next({}, first, { environment: { PATH: slow, HOOK: hook } })
    const codes = busy.findings.map(({ code, names }) => `${code} ${names}`)
    expect(codes).toContain('path-vanished vanishes')
    expect(codes).toContain('path-changed changes')
    expect(busy.result.unread).toEqual([])
    const target = await restored(first, busy)
    expect(fs.readdirSync(target).sort()).toEqual(['changes', 'shrinks'])
    await expectSame(first, busy, await run({}, { level: 2, parent: busy.parent }))
  })
})

describe('what is left out', () => {
  it('is a destination inside the source, whatever its name looks like', async () => {
    make('back[u]p*/store')
    write('back[u]p*/store/volume')
    make('backup1')
    write('backup1/kept')
    make('other/back[u]p*')
    write('other/back[u]p*/kept')
    const backup = await run({ leaveOut: [join(tree, 'back[u]p*'), '/somewhere/else'] })
    expect(paths(backup, 'file')).toEqual(['backup1/kept', 'other/back[u]p*/kept'])
    expect(backup.findings).toEqual([
      expect.objectContaining({ code: 'destination-inside-source', severity: 'warning' }),
    ])
    await expect(run({ leaveOut: [tree] })).rejects.toMatchObject({ code: 'usage' })
  })

  it('is what patterns name: names anywhere, paths, absolute paths', async () => {
    for (const name of ['cache', 'd/cache', 'd/deep']) make(name)
    for (const name of ['a.tmp', 'd/b.tmp', 'cache/x', 'd/cache/x', 'd/deep/x']) write(name)
    const patterns = async (...exclude: string[]) => paths(await run({ exclude }), 'file')
    expect(await patterns('*.tmp')).toEqual(['cache/x', 'd/cache/x', 'd/deep/x'])
    expect(await patterns('cache')).toEqual(['a.tmp', 'd/b.tmp', 'd/deep/x'])
    expect(await patterns(join(tree, 'cache'))).toEqual(['a.tmp', 'd/b.tmp', 'd/cache/x', 'd/deep/x'])
    expect(await patterns('d/deep')).toEqual(['a.tmp', 'cache/x', 'd/b.tmp', 'd/cache/x'])
  })

  it.runIf(isRoot)('is another file system, its mount point kept', async () => {
    make('mount')
    write('file')
    execFileSync('mount', ['-t', 'tmpfs', 'none', join(tree, 'mount')])
    try {
      write('mount/inside')
      const full = await run({ oneFileSystem: true })
      expect(paths(full, 'directory', 'file')).toEqual(['', 'mount', 'file'])
      const increment = await next({ oneFileSystem: true }, full)
      expect(paths(increment, 'unchanged', 'file')).toEqual(['file'])
      expect(increment.fullBecause).toBeUndefined()
      expect(paths(await run(), 'file')).toEqual(['file', 'mount/inside'])
    } finally {
      execFileSync('umount', [join(tree, 'mount')])
    }
  })

  it.runIf(isRoot)('says so when a part of the source is mounted in it a second time', async () => {
    make('a')
    make('b')
    write('a/file')
    execFileSync('mount', ['--bind', join(tree, 'a'), join(tree, 'b')])
    try {
      await expect(run()).rejects.toMatchObject({
        code: 'source-failed',
        hint: expect.stringContaining('bind mounts'),
      })
      expect(paths(await run({ exclude: [join(tree, 'b')] }), 'file')).toEqual(['a/file'])
    } finally {
      execFileSync('umount', [join(tree, 'b')])
    }
  })
})

describe('a tar that fails', () => {
  beforeEach(() => write('file', 'x'.repeat(100_000)))
  const withTar = (script: string) => ({
    environment: {
      PATH: pathWithTar(
        join(work, 'bin'),
        `case "$1" in --version) PATH=/usr/bin:/bin exec tar --version;; esac\n${script}`,
      ),
    },
  })

  it('is no backup: not when it is killed, nor when it ends early with success, nor with garbage', async () => {
    await expect(run({}, withTar('kill -9 $$'))).rejects.toMatchObject({ code: 'tool-failed' })
    await expect(run({}, withTar('PATH=/usr/bin:/bin; tar "$@" | head -c 20000'))).rejects.toMatchObject({
      code: 'source-truncated',
    })
    await expect(run({}, withTar('head -c 20000 /dev/urandom'))).rejects.toMatchObject({
      code: 'source-truncated',
    })
    await expect(run({}, withTar('exit 0'))).rejects.toMatchObject({ code: 'source-truncated' })
    await expect(
      run({}, withTar('PATH=/usr/bin:/bin; tar "$@"; echo "tar: disk on fire" >&2; exit 2')),
    ).rejects.toMatchObject({
      code: 'source-failed',
      message: expect.stringContaining('disk on fire'),
    })
    await expect(run({}, withTar('PATH=/usr/bin:/bin; tar "$@"; exit 2'))).rejects.toMatchObject({
      code: 'source-failed',
    })
  })

  it('is stopped by the signal and leaves nothing behind', async () => {
    const own = join(work, 'temporary')
    fs.mkdirSync(own)
    vi.stubEnv('TMPDIR', own)
    const controller = new AbortController()
    const options = { ...withTar('PATH=/usr/bin:/bin; exec sleep 30'), signal: controller.signal }
    const stopped = run({}, { ...options, onOpen: () => controller.abort(new Error('stop')) })
    await expect(stopped).rejects.toThrow('stop')
    expect(fs.readdirSync(own)).toEqual([])
    await run()
    expect(fs.readdirSync(own)).toEqual([])
    vi.unstubAllEnvs()
  })

  it('is not GNU tar, or not there: preflight says what to install, and archiver makes a full backup', async () => {
    write('file', 'content')
    const parent = (await run()).parent
    const other = {
      environment: { PATH: pathWithTar(join(work, 'bsd'), 'echo "bsdtar 3.6.2 - libarchive 3.6.2"') },
    }
    const context = sourceContext()
    const [finding] = await source().preflight({ ...context, ...other })
    expect(finding).toMatchObject({
      severity: 'warning',
      code: 'tar-missing',
      message: expect.stringContaining(
        'GNU tar is needed, found bsdtar 3.6.2 - libarchive 3.6.2: backups are full',
      ),
      hint: expect.stringContaining('brew install gnu-tar'),
    })
    const [absent] = await source().preflight({ ...context, environment: { PATH: '/nowhere' } })
    expect(absent).toMatchObject({ severity: 'warning', code: 'tar-missing' })
    const backup = await run({}, { ...other, level: 1, parent })
    expect(backup).toMatchObject({ level: 0, fullBecause: 'only GNU tar makes increments' })
    expect(paths(backup, 'file')).toEqual(['file'])
    expect(backup.result.state).toBeUndefined()
  })

  it('takes no options from the environment', async () => {
    const backup = await run(
      {},
      { environment: { TAR_OPTIONS: '--exclude=*', POSIXLY_CORRECT: '', LC_ALL: 'de_DE' } },
    )
    expect(paths(backup, 'file')).toEqual(['file'])
  })
})

describe('preflight', () => {
  it('finds tool and path', async () => {
    const findings = await source().preflight(sourceContext())
    expect(findings.map(({ severity, code }) => `${severity} ${code}`)).toEqual([
      'ok tool-found',
      'ok source-readable',
    ])
  })

  it('names what is wrong instead of throwing', async () => {
    const absent = await source({ path: join(work, 'absent') }).preflight(sourceContext())
    expect(absent.at(-1)).toMatchObject({
      severity: 'error',
      code: 'source-unreadable',
      message: expect.stringContaining('does not exist'),
    })
    write('file')
    const file = await source({ path: join(tree, 'file') }).preflight(sourceContext())
    expect(file.at(-1)).toMatchObject({
      severity: 'error',
      message: expect.stringContaining('is not a directory'),
    })
    const zip = await source({ format: 'zip' }).preflight({
      ...sourceContext(),
      environment: { PATH: '/nowhere' },
    })
    expect(zip.map(({ code }) => code)).toEqual(['source-readable'])
    const outside = await source({ exclude: ['/etc/cache'] }).preflight(sourceContext())
    expect(outside.at(-1)).toMatchObject({ severity: 'warning', code: 'exclude-never-matches' })
  })

  it('fails a capture of a path that is not there', async () => {
    await expect(run({ path: join(work, 'absent') })).rejects.toMatchObject({ code: 'source-unreadable' })
  })
})
