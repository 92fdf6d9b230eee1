import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTarScan } from '../../../../src/sources/postgres/physical/tar-scan.ts'

describe('the archive of a base backup', () => {
  let directory: string
  let archive: Buffer
  const manifest = 'x'.repeat(1500)

  beforeAll(() => {
    directory = fs.mkdtempSync(join(tmpdir(), 'holdfast-tar-scan-'))
    fs.mkdirSync(join(directory, 'base'))
    fs.writeFileSync(join(directory, 'base/1'), Buffer.alloc(8192, 7))
    fs.writeFileSync(join(directory, 'empty'), '')
    fs.symlinkSync('/elsewhere', join(directory, 'pg_wal'))
    fs.writeFileSync(join(directory, 'backup_manifest'), manifest)
    const names = ['base', 'empty', 'pg_wal', 'backup_manifest']
    archive = execFileSync('tar', ['-c', '--format=ustar', '-C', directory, ...names])
  })
  afterAll(() => fs.rmSync(directory, { recursive: true }))

  function scan(bytes: Buffer, piece: number) {
    const scanning = createTarScan()
    for (let at = 0; at < bytes.length; at += piece) {
      const chunk = Buffer.from(bytes.subarray(at, at + piece))
      scanning.write(chunk)
      // Whoever reads the chunk frees it.
      chunk.fill(0)
    }
    scanning.end()
    return scanning
  }

  it.each([1, 511, 512, 513, 100_000])('gives its files and its manifest in pieces of %i bytes', (piece) => {
    const { files, manifest: found } = scan(archive, piece)
    expect([...files]).toEqual([
      ['base/1', 8192],
      ['empty', 0],
      ['backup_manifest', 1500],
    ])
    expect(String(found())).toBe(manifest)
  })

  it('is none when it is cut short anywhere, or has a broken header', () => {
    const data = archive.length - 1024
    for (const end of [0, 100, 512, 5000, archive.indexOf('backup_manifest') + 700]) {
      expect(() => scan(archive.subarray(0, Math.min(end, data)), 4096)).toThrow(/broken: it ends early/)
    }
    const bad = Buffer.from(archive)
    bad[3] = (bad[3] as number) ^ 1
    expect(() => scan(bad, 4096)).toThrow(/wrong checksum/)
    expect(() => scan(Buffer.concat([archive, archive]), 4096)).toThrow(/after the end/)
  })

  it('knows files of more than 8 GiB', () => {
    const header = Buffer.from(archive.subarray(512, 1024))
    header.write('base/1', 0)
    header.fill(0, 124, 136)
    header[124] = 0x80
    header.writeBigUInt64BE(2n ** 34n, 128)
    header.write('        ', 148)
    header.write(
      `${header
        .reduce((sum, byte) => sum + byte, 0)
        .toString(8)
        .padStart(6, '0')}\0 `,
      148,
    )
    const scanning = createTarScan()
    scanning.write(header)
    expect([...scanning.files]).toEqual([['base/1', 2 ** 34]])
  })
})
