import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { parseBackupManifest } from '../../../../src/sources/postgres/physical/backup-manifest.ts'
import { checkContents } from '../../../../src/sources/postgres/physical/contents.ts'
import { decodeState, encodeState } from '../../../../src/sources/postgres/physical/state.ts'

const body = `{ "PostgreSQL-Backup-Manifest-Version": 2,
"System-Identifier": 7712422077381828001,
"Files": [
{ "Path": "backup_label", "Size": 225, "Last-Modified": "2026-11-26 10:20:41 GMT", "Checksum-Algorithm": "CRC32C", "Checksum": "c754a1cc" },
{ "Path": "base/1/a \\"b\\"", "Size": 8192, "Last-Modified": "2026-11-26 10:20:41 GMT", "Checksum-Algorithm": "CRC32C", "Checksum": "c754a1cc" },
{ "Path": "pg_tblspc/16385/PG_17/1", "Size": 3, "Last-Modified": "2026-11-26 10:20:41 GMT" }
],
"WAL-Ranges": [
{ "Timeline": 1, "Start-LSN": "0/2000028", "End-LSN": "0/2000120" }
],
`
const whole = (text: string) =>
  Buffer.from(`${text}"Manifest-Checksum": "${createHash('sha256').update(text).digest('hex')}"}\n`)

describe('a backup manifest', () => {
  const bytes = whole(body)

  it('says whose it is, of which log, and which files there are', () => {
    const { systemIdentifier, ranges, files } = parseBackupManifest(bytes)
    expect(systemIdentifier).toBe('7712422077381828001')
    expect(ranges).toEqual([{ timeline: 1, start: '0/2000028', end: '0/2000120' }])
    expect([...files]).toEqual([
      ['backup_label', 225],
      ['base/1/a "b"', 8192],
      ['pg_tblspc/16385/PG_17/1', 3],
    ])
  })

  it('is none with a flipped bit, cut short, or without a log', () => {
    for (let at = 0; at < bytes.length - 1; at += 7) {
      const flipped = Buffer.from(bytes)
      flipped[at] = (flipped[at] as number) ^ 1
      expect(() => parseBackupManifest(flipped)).toThrow(/backup manifest/)
    }
    for (const end of [0, 10, body.length, bytes.length - 3]) {
      expect(() => parseBackupManifest(bytes.subarray(0, end))).toThrow(/ends early/)
    }
    expect(() => parseBackupManifest(whole(body.replace(/\{ "Timeline".*\n/, '')))).toThrow(/write-ahead log/)
  })

  it('finds what did not pass, in the data directory and in tablespaces', () => {
    const manifest = parseBackupManifest(bytes)
    const archives = (label: number, space: [string, number][]) => [
      {
        prefix: '',
        files: new Map([
          ['backup_label', label],
          ['base/1/a "b"', 8192],
        ] as [string, number][]),
      },
      { prefix: 'pg_tblspc/16385/', files: new Map(space) },
    ]
    expect(() => checkContents(manifest, archives(225, [['PG_17/1', 3]]))).not.toThrow()
    expect(() => checkContents(manifest, archives(224, [['PG_17/1', 3]]))).toThrow(
      'backup_label has 224 bytes',
    )
    expect(() => checkContents(manifest, archives(225, []))).toThrow(
      'lists pg_tblspc/16385/PG_17/1, which is not',
    )
  })

  it('is the state of the next increment, byte for byte', () => {
    const state = { systemIdentifier: '7712422077381828001', timeline: 3, manifest: bytes }
    const back = decodeState(encodeState(state))
    expect(back).toMatchObject({ systemIdentifier: '7712422077381828001', timeline: 3 })
    expect(Buffer.from(back?.manifest ?? []).equals(bytes)).toBe(true)
    for (const bad of ['', 'x\n', '{"format":2}\n', encodeState(state).subarray(0, 200)]) {
      expect(decodeState(Buffer.from(bad))).toBeUndefined()
    }
  })
})
