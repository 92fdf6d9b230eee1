import { type FileHandle, mkdtemp, open, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type JournalVolume, openJournal, readJournals, removeJournal } from '../../src/catalog/journal.ts'
import { appendLines } from '../../src/catalog/journal-lines.ts'

const run = {
  repository: 'r-1',
  job: 'tank',
  id: '20261121T100000Z-L1-abcdef',
  parent: '20261101T100000Z-L0-abcdef',
  recipient: 'age1xyz',
}
const volume = (seq: number): JournalVolume => ({
  stream: 'dump',
  seq,
  key: `data/tank/x/dump/${seq}`,
  offset: seq * 100,
  length: 100,
  plainSha256: 'ab',
  bytes: 60,
  sha256: 'cd',
})

let stateDir: string
beforeEach(async () => {
  stateDir = await mkdtemp(join(tmpdir(), 'holdfast-journal-'))
})
afterEach(() => rm(stateDir, { recursive: true, force: true }))

describe('a journal', () => {
  test('gives back what a run that died had stored', async () => {
    const journal = await openJournal(join(stateDir, 'state'), run)
    await Promise.all([0, 1, 2].map((seq) => journal.append(volume(seq))))
    const { journals, unreadable } = await readJournals(join(stateDir, 'state'))
    expect(journals).toEqual([
      { path: journal.path, header: run, volumes: [volume(0), volume(1), volume(2)], whole: true },
    ])
    expect(unreadable).toEqual([])
    await journal.close()
    await journal.close()
  })

  test('is for its owner only', async () => {
    const journal = await openJournal(join(stateDir, 'state'), run)
    expect((await stat(journal.path)).mode & 0o777).toBe(0o600)
    expect((await stat(join(stateDir, 'state', 'journals'))).mode & 0o777).toBe(0o700)
    await journal.close()
  })

  test('is gone after a success', async () => {
    const journal = await openJournal(stateDir, run)
    await journal.append(volume(0))
    await journal.remove()
    expect(await readJournals(stateDir)).toEqual({ journals: [], unreadable: [] })
    await removeJournal(journal.path)
  })

  test('writes no field that it does not know', async () => {
    const journal = await openJournal(stateDir, { ...run, identity: 'AGE-SECRET-KEY-1' } as typeof run)
    await journal.append({ ...volume(0), password: 'hunter2' } as JournalVolume)
    expect(await readFile(journal.path, 'utf8')).not.toMatch(/SECRET|hunter2/)
    await journal.close()
  })

  test('cut off anywhere gives back the whole lines before', async () => {
    const journal = await openJournal(stateDir, run)
    await journal.append(volume(0))
    await journal.append(volume(1))
    await journal.close()
    const text = await readFile(journal.path, 'utf8')
    for (let length = text.length - 1; length >= 0; length--) {
      await truncate(journal.path, length)
      const whole = text.slice(0, length).split('\n').length - 1
      const { journals, unreadable } = await readJournals(stateDir)
      if (whole === 0) expect(unreadable).toEqual([journal.path])
      else {
        expect(journals[0]?.volumes).toEqual([volume(0), volume(1)].slice(0, whole - 1))
        expect(journals[0]?.whole).toBe(text[length - 1] === '\n')
      }
    }
  })

  test('damaged in the middle is believed up to there', async () => {
    const journal = await openJournal(stateDir, run)
    for (const seq of [0, 1, 2]) await journal.append(volume(seq))
    await journal.close()
    const lines = (await readFile(journal.path, 'utf8')).split('\n')
    lines[2] = lines[2]?.replace('"seq":1', '"seq":-1') ?? ''
    await writeFile(journal.path, lines.join('\n'))
    const { journals } = await readJournals(stateDir)
    expect(journals[0]).toMatchObject({ volumes: [volume(0)], whole: false })
  })

  test('is refused where there is one already, where nothing can be written, and after its end', async () => {
    const journal = await openJournal(stateDir, run)
    await expect(openJournal(stateDir, run)).rejects.toMatchObject({ code: 'state-unusable' })
    await journal.close()
    await expect(journal.append(volume(0))).rejects.toMatchObject({ code: 'state-unusable' })
    await writeFile(join(stateDir, 'file'), '')
    await expect(openJournal(join(stateDir, 'file'), run)).rejects.toMatchObject({
      code: 'state-unusable',
      hint: expect.stringContaining('HOLDFAST_STATE_DIR'),
    })
    await expect(readJournals(join(stateDir, 'file'))).rejects.toMatchObject({ code: 'state-unusable' })
  })

  test('says that the disk is full, and that nothing later was kept either', async () => {
    const journal = await openJournal(stateDir, run)
    await journal.close()
    const full = appendLines(await open('/dev/full', 'a'))
    await expect(full.append('x\n')).rejects.toMatchObject({ code: 'ENOSPC' })
    await expect(full.append('y\n')).rejects.toMatchObject({ code: 'ENOSPC' })
    await full.close()
  })

  test('flushes once for all that wait', async () => {
    const file = await open(join(stateDir, 'lines'), 'a')
    let flushes = 0
    const counting = new Proxy(file, {
      get(target, name) {
        if (name === 'datasync') flushes++
        const value = Reflect.get(target, name)
        return typeof value === 'function' ? value.bind(target) : value
      },
    }) as FileHandle
    const lines = appendLines(counting)
    await Promise.all(Array.from({ length: 1000 }, (_, i) => lines.append(`${i}\n`)))
    await lines.close()
    expect(flushes).toBeLessThanOrEqual(2)
    const text = await readFile(join(stateDir, 'lines'), 'utf8')
    expect(text).toBe(Array.from({ length: 1000 }, (_, i) => `${i}\n`).join(''))
  })
})
