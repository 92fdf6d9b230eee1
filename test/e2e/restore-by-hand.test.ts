import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { describeTree, isRoot, makeOddTree, mutateTree } from '../fixtures/odd-tree.ts'
import { treeDifferences } from '../fixtures/tree-difference.ts'
import { barePath, hasPublicTools, restoreByHand } from './by-hand.ts'
import { type Workspace, workspace } from './workspace.ts'

const whole = 'all was read and whole'
const trouble = /DAMAGED|MISSING|NOT OPENED|WRONG PARENT|FAILED/

/** A tree as it can come back by hand: tar takes no attribute of a directory away that an older level had set. */
function withoutDirectoryAttributes(tree: ReadonlyMap<string, string>): Map<string, string> {
  return new Map([...tree].map(([path, line]) => [path, line.replace(/^(40000(?: -?\d+){4}) .*$/, '$1')]))
}

async function backup(space: Workspace, job: string, level: number, env = {}): Promise<string> {
  const ran = await space.run(['backup', job, '--level', String(level), '--json'], { env })
  expect(ran.json.errors).toEqual([])
  return ran.json.results[0].id
}

/** What every guide must bring back: deletions, renames, and names that change what they are. */
function change(root: string, level: number): void {
  if (level === 1) {
    rmSync(`${root}/certain/deleted`)
    renameSync(`${root}/certain/renamed`, `${root}/certain/another name`)
    rmSync(`${root}/certain/file-then-directory`)
    mkdirSync(`${root}/certain/file-then-directory`)
    writeFileSync(`${root}/certain/file-then-directory/inner`, 'now a directory')
    renameSync(`${root}/certain/directory`, `${root}/certain/moved directory`)
  } else {
    rmSync(`${root}/certain/file-then-directory`, { recursive: true })
    writeFileSync(`${root}/certain/file-then-directory`, 'and a file again')
    rmSync(`${root}/certain/moved directory`, { recursive: true })
  }
}

function makeTree(root: string): void {
  makeOddTree(root, { files: 100, seed: 11 })
  mkdirSync(`${root}/certain/directory/below`, { recursive: true })
  for (const name of ['deleted', 'renamed', 'kept', 'file-then-directory', 'directory/below/file'])
    writeFileSync(`${root}/certain/${name}`, `${name}\n`)
  // What lets ping send: lost unless tar is told to take attributes of every kind.
  const capability = '0x0100000200040000000000000000000000000000'
  if (isRoot) spawnSync('setfattr', ['-n', 'security.capability', '-v', capability, `${root}/certain/kept`])
  // More than one volume, that does not compress away.
  writeFileSync(
    `${root}/certain/large`,
    new Uint8Array(20_000_000).map((_, at) => Math.imul(at, at) >>> 7),
  )
}

describe.skipIf(!hasPublicTools)('the RESTORE.md of a repository that the command line made', () => {
  it('has no other program at hand than those it names', async () => {
    const space = await workspace()
    const PATH = barePath(space)
    const found = (tool: string) =>
      spawnSync(`${PATH}/sh`, ['-c', `command -v ${tool}`], { env: { PATH } }).status
    expect([found('age'), found('tar'), found('node') === 0, found('holdfast') === 0]).toEqual([
      0,
      0,
      false,
      false,
    ])
  })

  it('brings back every level of an odd tree, by identity and by passphrase', {
    timeout: 180_000,
  }, async () => {
    const space = await workspace()
    const passphrase = 'correct horse battery staple'
    space.configure({
      encryption: [`recipients: [${space.keys.recipient}]`, 'passphrase: "${PASSPHRASE:-}"'],
      job: ['levels: {0: monthly, 1: weekly, 2: daily}', 'compression: {type: zstd, level: 3}'],
    })
    makeTree(space.source)
    const levels: { id: string; tree: Map<string, string> }[] = []
    for (const level of [0, 1, 2]) {
      if (level > 0) {
        mutateTree(space.source, { changes: 8, seed: 20 + level })
        change(space.source, level)
      }
      const tree = describeTree(space.source, { holes: true })
      levels.push({ id: await backup(space, 'tree', level, { PASSPHRASE: passphrase }), tree })
    }
    expect(space.keysUnder('keys/')).toHaveLength(6)
    const path = barePath(space)
    for (const [level, { id, tree }] of levels.entries()) {
      const out = space.path(`by-hand-${level}`)
      const { stdout, stderr } = restoreByHand(space, path, {
        job: 'tree',
        id,
        out,
        identity: space.identity,
      })
      expect([stdout.includes(whole), stderr]).toEqual([true, ''])
      expect(stdout.match(/^whole: /gm)).toHaveLength(level + 1)
      const found = describeTree(out, { holes: true })
      const kept = level === 0 ? (one: ReadonlyMap<string, string>) => one : withoutDirectoryAttributes
      expect(treeDifferences(kept(found), kept(tree))).toEqual([])
    }
    const { id, tree } = levels[1] ?? { id: '', tree: new Map() }
    const out = space.path('by-phrase')
    const { stdout } = restoreByHand(space, path, { job: 'tree', id, out, identity: '', passphrase })
    expect(stdout).not.toMatch(trouble)
    expect(stdout).toContain(whole)
    const found = withoutDirectoryAttributes(describeTree(out, { holes: true }))
    expect(treeDifferences(found, withoutDirectoryAttributes(tree))).toEqual([])
  })

  it('brings back single objects, not encrypted, in gzip', { timeout: 180_000 }, async () => {
    const space = await workspace()
    space.configure({
      encryption: ['none'],
      job: [
        'package: single',
        'object-name: "trees/{job}-{id}.tar.gz"',
        'checksum-file: true',
        'compression: {type: gzip, level: 6}',
        'levels: {0: monthly, 1: daily}',
      ],
    })
    makeTree(space.source)
    const first = describeTree(space.source, { holes: true })
    const full = await backup(space, 'tree', 0)
    change(space.source, 1)
    const second = describeTree(space.source, { holes: true })
    const increment = await backup(space, 'tree', 1)
    expect(space.keysUnder('trees/')).toHaveLength(4)
    const path = barePath(space)
    for (const [id, tree] of [
      [full, first],
      [increment, second],
    ] as const) {
      const out = space.path(`by-hand-${id}`)
      const { stdout, stderr } = restoreByHand(space, path, { job: 'tree', id, out, identity: '' })
      expect([stdout.includes(whole), stderr]).toEqual([true, ''])
      expect(treeDifferences(describeTree(out, { holes: true }), tree)).toEqual([])
    }
    // The checksum file is one that sha256sum reads.
    const sums = space.keysUnder('trees/').filter((key) => key.endsWith('.sha256'))
    for (const key of sums) {
      const checked = spawnSync(`${path}/sha256sum`, ['--check', `${space.repository}/${key}`], {
        cwd: `${space.repository}/trees`,
        encoding: 'utf8',
      })
      expect(checked.stdout).toMatch(/: OK\n$/)
    }
    // And without any guide at all.
    const archive = `${space.repository}/trees/tree-${full}.tar.gz`
    const listing = spawnSync(`${path}/tar`, ['-tzf', archive, './certain/kept'], {
      encoding: 'utf8',
      env: { PATH: path },
    })
    expect(listing.stdout).toBe('./certain/kept\n')
    expect(readFileSync(archive).subarray(0, 2).toString('hex')).toBe('1f8b')
  })

  it('brings back what a command printed', { timeout: 180_000 }, async () => {
    const space = await workspace()
    space.configure({
      source: ['type: command', 'run: [printf, "row %s\\n", "1", "2", "3"]', 'media-type: text/plain'],
    })
    const id = await backup(space, 'tree', 0)
    const out = space.path('dump')
    const run = { job: 'tree', id, out, identity: space.identity, kind: 'anything else' } as const
    expect(restoreByHand(space, barePath(space), run).stdout).toContain(whole)
    expect(readFileSync(`${out}/${readdirSync(out)[0]}`, 'utf8')).toBe('row 1\nrow 2\nrow 3\n')
  })
})
