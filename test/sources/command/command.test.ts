import fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RestoreTarget } from '../../../src/domain/source.ts'
import { createCommandSource } from '../../../src/sources/command/source.ts'
import { backUp, type FakeBackup, sourceContext, withStream } from '../../fakes/capture.ts'

let work: string
beforeEach(() => {
  work = fs.mkdtempSync(join(tmpdir(), 'holdfast-command-'))
})
afterEach(() => fs.rmSync(work, { recursive: true }))

const sh = (script: string): string[] => ['sh', '-c', script]
const run = (script: string): Promise<FakeBackup> =>
  backUp(createCommandSource({ run: sh(script) }), join(work, 'stream'))

describe('command source', () => {
  it('takes what a command writes', async () => {
    const backup = await run('echo noise >&2; printf data')
    expect(fs.readFileSync(backup.file, 'utf8')).toBe('data')
    expect(backup.result).toMatchObject({
      evidence: 'stream',
      unread: [],
      toolOutput: 'noise\n',
    })
    expect(backup.link.streams).toEqual([
      expect.objectContaining({ name: 'stream', mediaType: 'application/octet-stream', bytes: 4 }),
    ])
    expect(backup.level).toBe(0)
  })

  it('is no backup when the command fails after its output, writes nothing, or is not there', async () => {
    await expect(run('printf data; exit 1')).rejects.toMatchObject({ code: 'tool-failed' })
    await expect(run('exit 0')).rejects.toMatchObject({ code: 'backup-too-small' })
    await expect(
      backUp(createCommandSource({ run: ['no-such-tool'] }), join(work, 'x')),
    ).rejects.toMatchObject({ code: 'tool-missing' })
  })

  async function restore(target: RestoreTarget, settings: { restore?: string[] } = {}, overwrite = false) {
    const backup = await run('printf data')
    const source = createCommandSource({ run: sh(''), ...settings })
    return source.restore(sourceContext(), [backup.link], { target, include: [], overwrite })
  }

  it('gives the stream to the restore command', async () => {
    const out = join(work, 'out')
    expect(await restore({ type: 'default' }, { restore: ['tee', out] })).toEqual({ bytes: 4, warnings: [] })
    expect(fs.readFileSync(out, 'utf8')).toBe('data')
    await expect(
      restore({ type: 'default' }, { restore: sh('cat >/dev/null; exit 4') }),
    ).rejects.toMatchObject({ code: 'tool-failed' })
    await expect(restore({ type: 'default' })).rejects.toMatchObject({
      code: 'usage',
      hint: expect.stringContaining('restore:'),
    })
  })

  it('writes files, never over one that is there unless told to', async () => {
    await restore({ type: 'directory', path: work })
    expect(fs.readFileSync(join(work, 'job'), 'utf8')).toBe('data')
    const file = { type: 'file' as const, path: join(work, 'file') }
    await restore(file)
    fs.writeFileSync(file.path, 'mine')
    await expect(restore(file)).rejects.toMatchObject({ code: 'target-not-empty' })
    expect(fs.readFileSync(file.path, 'utf8')).toBe('mine')
    await restore(file, {}, true)
    expect(fs.readFileSync(file.path, 'utf8')).toBe('data')
    await expect(restore({ type: 'file', path: join(work, 'no/such/directory') })).rejects.toMatchObject({
      code: 'target-unwritable',
    })
    expect(fs.readdirSync(work).filter((name) => name.includes('partial'))).toEqual([])
  })

  it('writes to stdout', async () => {
    const chunks: Buffer[] = []
    const stream = new Writable({
      write(chunk: Buffer, _, done) {
        chunks.push(chunk)
        done()
      },
    })
    await restore({ type: 'stdout', stream })
    expect(Buffer.concat(chunks).toString()).toBe('data')
  })

  it('refuses paths and chains', async () => {
    const backup = await run('printf data')
    const source = createCommandSource({ run: sh('') })
    const target = { type: 'default' as const }
    await expect(
      source.restore(sourceContext(), [backup.link], { target, include: ['x'], overwrite: false }),
    ).rejects.toMatchObject({ code: 'usage' })
    await expect(
      source.restore(sourceContext(), [backup.link, backup.link], { target, include: [], overwrite: false }),
    ).rejects.toMatchObject({ code: 'chain-broken' })
  })

  it('drills by its command, else by the hash of the stream', async () => {
    const backup = await run('printf data')
    const drill = (script?: string, link = backup.link) =>
      createCommandSource({
        run: sh(''),
        ...(script === undefined ? {} : { drill: { run: sh(script) } }),
      }).drill(sourceContext(), [link], { scratch: work })
    expect((await drill()).checks).toEqual([expect.objectContaining({ name: 'sha256', result: 'passed' })])
    const other = withStream(backup.link, () => Readable.from([Buffer.from('date')]))
    expect((await drill(undefined, other)).checks[0]).toMatchObject({ result: 'failed' })
    const unknown = { ...backup.link, streams: [{ name: 'stream', mediaType: 'x/y', bytes: 4 }] }
    expect((await drill(undefined, unknown)).checks[0]).toMatchObject({ result: 'inconclusive' })
    expect((await drill('[ "$(cat)" = data ]')).checks[0]).toMatchObject({ name: 'sh', result: 'passed' })
    expect((await drill('cat >/dev/null; echo bad >&2; exit 1')).checks[0]).toMatchObject({
      result: 'failed',
      found: 'sh exited with status 1: bad',
    })
  })

  it('looks for its tools beforehand', async () => {
    const findings = await createCommandSource({
      run: ['sh'],
      restore: ['no-such-tool'],
      drill: { run: ['/no/such'] },
    }).preflight(sourceContext())
    expect(findings.map(({ code }) => code)).toEqual(['tool-found', 'tool-missing', 'tool-missing'])
  })
})
