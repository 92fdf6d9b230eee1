import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { listZrb } from '../../../src/catalog/zrb/listing.ts'
import { openStore } from '../../stores/filesystem/open.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'holdfast-zrb-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const hash = 'ab'.repeat(32)
const list = async (dataset = 'tank/home') =>
  listZrb(await openStore(root), dataset, new AbortController().signal)

function write(key: string, text: string): void {
  mkdirSync(dirname(join(root, key)), { recursive: true })
  writeFileSync(join(root, key), text)
}

interface Given {
  readonly parent?: string
  readonly parentPath?: string
  readonly snapshot?: string
  readonly parts?: readonly string[]
  readonly missing?: boolean
}

/** A backup `level@day` of a dataset; its snapshot is called after it. */
function backup(text: string, given: Given = {}, dataset = 'tank/home'): string {
  const [level = 0, day = 1] = text.split('@').map(Number)
  const id = `${dataset}/level${level}/202601${String(day).padStart(2, '0')}`
  const { parts = ['aaaa'], snapshot = text, parent, parentPath, missing = false } = given
  write(
    `manifests/${id}/task_manifest.yaml`,
    `datetime: ${1_767_225_600 + day * 86_400}
backup_level: ${level}
target_snapshot: ${dataset}@${snapshot}
${parent === undefined ? '' : `parent_snapshot: ${dataset}@${parent}\n`}${parentPath === undefined ? '' : `parent_s3_path: ${parentPath}\n`}blake3_hash: ${hash}
parts:
${parts.map((index) => `  - {index: ${index}, sha256_hash: ${hash}}\n`).join('')}`,
  )
  for (const index of missing ? [] : parts) write(`data/${id}/snapshot.part-${index}.age`, 'x')
  return id
}

describe('what zrb left of a dataset', () => {
  test('is its own, oldest first, with parts in the order of the stream', async () => {
    const id = backup('0@2', { parts: ['aaac', 'aaaa', 'aaab'] })
    const older = backup('0@1')
    backup('0@1', {}, 'tank/home/alice')
    write('manifests/tank/home/last_backup_manifest.yaml', 'pool: tank\n')
    const { backups, damaged } = await list()
    expect(damaged).toEqual([])
    expect(backups.map((one) => [one.id, one.level, one.broken, one.storedBytes])).toEqual([
      [older, 0, undefined, 1],
      [id, 0, undefined, 3],
    ])
    expect(backups[1]?.parts.map(({ key, algorithm }) => [key, algorithm])).toEqual(
      ['aaaa', 'aaab', 'aaac'].map((index) => [`data/${id}/snapshot.part-${index}.age`, 'sha256']),
    )
    expect((await list('tank/home/alice')).backups).toHaveLength(1)
    expect((await list('tank')).backups).toEqual([])
  })

  test('is chained by the snapshots that were built on; of several the one that zrb names', async () => {
    const base = backup('0@1')
    const same = backup('0@2', { snapshot: '0@1' })
    const first = backup('1@3', { parent: '0@1', parentPath: base })
    const second = backup('2@4', { parent: '1@3' })
    const other = backup('1@5', { parent: '0@1' })
    const { backups } = await list()
    const chains = Object.fromEntries(backups.map(({ id, chain }) => [id, chain]))
    expect(chains).toMatchObject({
      [second]: [base, first, second],
      [other]: [same, other],
    })
    expect(backups.every(({ broken }) => broken === undefined)).toBe(true)
  })

  test('is broken where a part or what it builds on is not there, and so is what builds on that', async () => {
    backup('0@1', { missing: true })
    const above = backup('1@2', { parent: '0@1' })
    const orphan = backup('1@3', { parent: 'gone' })
    const nameless = backup('2@4')
    const { backups } = await list()
    const broken = Object.fromEntries(backups.map((one) => [one.id, one.broken]))
    expect(broken[above]).toMatch(/1 of 1 parts of .*level0\/20260101 are missing/)
    expect(broken[orphan]).toMatch(/tank\/home@gone that .* builds on is in no backup here/)
    expect(broken[nameless]).toMatch(/the snapshot that .* builds on/)
  })

  test.each([
    ['no YAML', '{'],
    ['no manifest', 'pool: tank\n'],
    [
      'a part without a hash',
      `datetime: 1\nbackup_level: 0\ntarget_snapshot: a@b\nblake3_hash: ${hash}\nparts: [{index: aaaa}]\n`,
    ],
    [
      'an index that is a path',
      `datetime: 1\nbackup_level: 0\ntarget_snapshot: a@b\nblake3_hash: ${hash}\nparts: [{index: ../x, blake3_hash: ${hash}}]\n`,
    ],
  ])('is damaged where its manifest is %s', async (_, text) => {
    backup('0@1')
    write('manifests/tank/home/level0/20260109/task_manifest.yaml', text)
    const { backups, damaged } = await list()
    expect(backups).toHaveLength(1)
    expect(damaged).toMatchObject([
      { key: 'manifests/tank/home/level0/20260109/task_manifest.yaml', error: { code: 'manifest-damaged' } },
    ])
  })
})
