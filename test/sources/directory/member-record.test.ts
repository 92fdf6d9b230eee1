import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { IndexDirectory } from '../../../src/domain/index-entry.ts'
import { fileSystemPath } from '../../../src/sources/directory/byte-paths.ts'
import { directoryRecord } from '../../../src/sources/directory/member-record.ts'
import type { TarMember } from '../../../src/sources/directory/tar-member.ts'
import { createTarParser } from '../../../src/sources/directory/tar-parser.ts'

const deep = Array.from({ length: 20 }, (_, level) => `${level}-${'x'.repeat(180)}`).join('/')
const paths = [
  '',
  'plain',
  'plain/ö und ß'
    .split('')
    .map((c) => Buffer.from(c).toString('latin1'))
    .join(''),
  '-leading',
  'line\nbreak',
  'not utf-8 \xff\xfe',
  deep,
]

function record(path: string, change: Partial<IndexDirectory> = {}): IndexDirectory {
  const fixed = { offset: 0, length: 0, mode: 0o2751, uid: 1234, gid: 4321, mtime: '1795255199.826293125' }
  return { kind: 'directory', path, ...fixed, ...change }
}

const archive = (records: readonly IndexDirectory[]) =>
  Buffer.concat([...records.map(directoryRecord), Buffer.alloc(1024)])

test('says what the index says, for every name', () => {
  const members: TarMember[] = []
  const parser = createTarParser({ onMember: (member) => members.push(member), hash: false })
  const records = [
    ...paths.map((path) => record(path)),
    record('large', { uid: 3_000_000_000, gid: 2_097_152, mode: 0o7777 }),
    record('old', { mtime: '-86400.5' }),
    record('epoch', { mtime: '0' }),
  ]
  parser.write(archive(records))
  parser.end()
  expect(
    members.map(({ kind, path, mode, uid, gid, mtime }) => ({ kind, path, mode, uid, gid, mtime })),
  ).toEqual(records.map(({ kind, path, mode, uid, gid, mtime }) => ({ kind, path, mode, uid, gid, mtime })))
})

test.runIf(process.geteuid?.() === 0)('GNU tar makes just that directory of it', () => {
  const target = fs.mkdtempSync(join(tmpdir(), 'holdfast-record-'))
  try {
    const records = [
      ...paths.map((path) => record(path)),
      record('old', { mtime: '-86400.5', uid: 3_000_000_000 }),
    ]
    for (const { path } of records) fs.mkdirSync(fileSystemPath(target, path), { recursive: true })
    const args = [
      '-x',
      '-p',
      '--numeric-owner',
      '--delay-directory-restore',
      '--warning=no-timestamp',
      '-C',
      target,
    ]
    execFileSync('tar', args, { input: archive(records) })
    for (const { path, mode, uid, gid, mtime } of records) {
      const found = fs.lstatSync(fileSystemPath(target, path), { bigint: true })
      expect([Number(found.mode) & 0o7777, Number(found.uid), Number(found.gid)]).toEqual([mode, uid, gid])
      const expected = mtime.startsWith('-') ? -86_400_500_000_000n : 1_795_255_199_826_293_125n
      expect(found.mtimeNs).toBe(expected)
    }
  } finally {
    fs.rmSync(target, { recursive: true })
  }
})
