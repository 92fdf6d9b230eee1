import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { Encrypter } from 'age-encryption'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type HandMade, handMade, tool } from './hand-made.ts'
import { guideScript, runGuide } from './run-guide.ts'

const tools = ['age', 'age-keygen', 'jq', 'zstd', 'gzip', 'tar', 'sha256sum']
const present = tools.every((name) => spawnSync('sh', ['-c', `command -v ${name}`]).status === 0)
const full = '20261120T030000Z-L0-aaaaaa'
/** With the directories and the single objects, every compression both ways. */
const databases = [
  ['db-zstd-age', 'zstd', true],
  ['db-gzip-age', 'gzip', true],
  ['db-none-open', 'none', false],
] as const
const increment = '20261121T030000Z-L1-bbbbbb'

/** Every file's content by its path, directories without. */
function treeOf(root: string): Record<string, string> {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true }).map((entry) => {
    const path = join(entry.parentPath, entry.name)
    return [relative(root, path), entry.isFile() ? readFileSync(path, 'base64') : '']
  })
  return Object.fromEntries(entries.sort())
}

describe('the guide', () => {
  it('has a block for every step and names no variable in braces', () => {
    expect(guideScript('directory')).toContain('tar -x -i -g /dev/null')
    expect(guideScript('directory')).not.toContain('ls -l "$OUT"')
    expect(guideScript('anything else')).not.toContain('tar -x')
    expect(guideScript('anything else')).not.toMatch(/\$\{/)
  })
})

describe.skipIf(!present)('the guide, followed in a plain shell', () => {
  let work: string
  let repository: HandMade
  const dump = Buffer.concat([randomBytes(70_000), Buffer.from('a row\n'.repeat(7_000))])
  const run = (job: string, id: string, kind: 'directory' | 'anything else', repo = repository.path) => {
    const out = join(mkdtempSync(join(work, 'out-')), 'restored')
    return {
      out,
      ...runGuide({ repository: repo, job, id, identityFile: repository.identityFile, out, kind }),
    }
  }

  beforeAll(() => {
    work = mkdtempSync(join(tmpdir(), 'holdfast-guide-'))
    repository = handMade()
    const tree = join(work, 'tree')
    mkdirSync(join(tree, 'sub/deeper'), { recursive: true })
    mkdirSync(join(tree, 'going'))
    writeFileSync(join(tree, 'kept.bin'), dump)
    writeFileSync(join(tree, 'sub/changed'), 'old')
    writeFileSync(join(tree, 'sub/deleted'), 'gone soon')
    writeFileSync(join(tree, 'going/file'), 'gone soon')
    const archive = (level: number) => {
      const parameters = [
        '-c',
        '-g',
        join(work, 'snar'),
        '--format=posix',
        '--no-check-device',
        '-C',
        tree,
        '.',
      ]
      return tool(
        'tar',
        [`--level=${level}`, ...parameters].filter((p) => level === 0 || !p.startsWith('--level')),
      )
    }
    const earlier = new Date(Date.now() - 60_000)
    for (const file of ['kept.bin', 'sub/changed', 'sub/deleted', 'going/file'])
      utimesSync(join(tree, file), earlier, earlier)
    const first = archive(0)
    // Time stamps of files lag behind the clock that tar compares them with.
    tool('sleep', ['0.1'])
    writeFileSync(join(tree, 'sub/changed'), 'new, and longer')
    writeFileSync(join(tree, 'sub/deeper/added file'), 'added')
    rmSync(join(tree, 'sub/deleted'))
    rmSync(join(tree, 'going'), { recursive: true })
    const second = archive(1)
    for (const [job, compression, encrypted] of [
      ['home', 'zstd', true],
      ['plain-home', 'gzip', false],
    ] as const) {
      repository.add({ job, id: full, streams: { tree: first }, compression, encrypted })
      repository.add({ job, id: increment, parent: full, streams: { tree: second }, compression, encrypted })
    }
    for (const [job, compression, encrypted] of databases) {
      repository.add({
        job,
        id: full,
        streams: { 'shop/main': dump, small: Buffer.from('x'), nothing: Buffer.alloc(0) },
        compression,
        encrypted,
      })
    }
    for (const encrypted of [true, false]) {
      const single = `dumps/${encrypted ? 'secret' : 'open'}.dump.zst`
      const job = encrypted ? 'one-age' : 'one-open'
      repository.add({ job, id: full, streams: { dump }, compression: 'zstd', encrypted, single })
    }
  }, 60_000)

  afterAll(() => {
    rmSync(work, { recursive: true })
    rmSync(repository.path, { recursive: true })
    rmSync(repository.identityFile)
  })

  it.each(['home', 'plain-home'])('restores the directory chain of %s as the tree was', (job) => {
    const { out, stdout, stderr } = run(job, increment, 'directory')
    expect(stdout).toContain(`whole: ${full}\nwhole: ${increment}`)
    expect(stdout).toContain('all was read and whole')
    expect(stderr).not.toMatch(/DAMAGED|MISSING|NOT OPENED/)
    expect(treeOf(out)).toEqual(treeOf(join(work, 'tree')))
    expect(existsSync(join(out, 'going'))).toBe(false)
  })

  it('restores the older level alone', () => {
    const { out } = run('home', full, 'directory')
    expect(readFileSync(join(out, 'sub/deleted'), 'utf8')).toBe('gone soon')
  })

  it.each(databases)('restores the streams of %s', (job) => {
    const { out, stdout } = run(job, full, 'anything else')
    expect(stdout).toContain('all was read and whole')
    expect(readFileSync(join(out, 'shop_main')).equals(dump)).toBe(true)
    expect(readFileSync(join(out, 'small'), 'utf8')).toBe('x')
    expect(readFileSync(join(out, 'nothing'))).toHaveLength(0)
  })

  it.each(['one-age', 'one-open'])('restores the single object of %s', (job) => {
    const { out, stdout } = run(job, full, 'anything else')
    expect(stdout).toContain('all was read and whole')
    expect(readFileSync(join(out, 'dump')).equals(dump)).toBe(true)
  })

  it('opens a key with a typed passphrase', async () => {
    const encrypter = new Encrypter()
    encrypter.setPassphrase('correct horse battery')
    encrypter.setScryptWorkFactor(10)
    let line: Uint8Array = new Uint8Array()
    const id = '20261122T030000Z-L0-cccccc'
    const add = (wrap: (key: Uint8Array) => Uint8Array) =>
      repository.add({ job: 'phrase', id, streams: { dump }, compression: 'zstd', encrypted: true, wrap })
    add((key) => {
      line = key
      return key
    })
    const wrapped = await encrypter.encrypt(line)
    // The same key again, now wrapped: the backup itself is what the first call made.
    writeFileSync(join(repository.path, `keys/phrase/${id}/1.age`), wrapped)
    rmSync(join(repository.path, `keys/phrase/${id}/2.age`))
    const out = join(mkdtempSync(join(work, 'out-')), 'restored')
    const { stdout } = runGuide(
      { repository: repository.path, job: 'phrase', id, identityFile: '', out, kind: 'anything else' },
      'correct horse battery',
    )
    expect(stdout).toContain('all was read and whole')
    expect(readFileSync(join(out, 'dump')).equals(dump)).toBe(true)
  })

  it('finds a flipped bit, and says so at the end', () => {
    const copy = join(work, 'damaged')
    tool('cp', ['-a', repository.path, copy])
    const folder = join(copy, 'data/home', full, 'tree')
    const [, volume = ''] = tool('ls', [folder]).toString().split('\n')
    const bytes = readFileSync(join(folder, volume))
    bytes[5000] = (bytes[5000] ?? 0) ^ 1
    writeFileSync(join(folder, volume), bytes)
    const { stdout, stderr } = run('home', increment, 'directory', copy)
    expect(stdout).toContain(`${volume}: FAILED`)
    expect(stdout).not.toContain(`whole: ${full}`)
    expect(stdout).toContain(`whole: ${increment}`)
    expect(stderr).toContain(`DAMAGED: data/home/${full}/tree/${volume}`)
    expect(stdout).toContain('SOMETHING IS DAMAGED')
  })

  it('names a missing and an exchanged parent', () => {
    const copy = join(work, 'parentless')
    tool('cp', ['-a', repository.path, copy])
    const manifest = join(copy, 'manifests/home', `${full}.json`)
    writeFileSync(manifest, `${readFileSync(manifest, 'utf8')}\n`)
    expect(run('home', increment, 'directory', copy).stderr).toContain(`WRONG PARENT: ${full}`)
    rmSync(manifest)
    expect(run('home', increment, 'directory', copy).stderr).toContain(`MISSING: manifest ${full}`)
  })
})
