import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkRecord, writeRecord } from '../../../src/sources/mysql/place/record.ts'
import type { Step } from '../../../src/sources/mysql/place/steps.ts'

const files = ['ibdata1', 'mysql', 'shop']

describe('a restore that was interrupted', () => {
  let work: string
  const at = (name: string) => join(work, name)
  beforeEach(() => {
    work = mkdtempSync(join(tmpdir(), "holdfast place's-"))
  })
  afterEach(() => rmSync(work, { recursive: true, force: true }))

  /** A directory that holds these files of the old or the new data. */
  function fill(name: string, what: 'old' | 'new', which: readonly string[] = files): void {
    mkdirSync(at(name), { recursive: true })
    for (const file of which) writeFileSync(join(at(name), file), what)
  }

  const lay = (places: Record<string, 'old' | 'new'>) => {
    for (const [name, what] of Object.entries(places)) fill(name, what)
  }

  function held(name: string): Record<string, string> {
    if (!existsSync(at(name))) return {}
    return Object.fromEntries(
      readdirSync(at(name)).map((file) => [file, readFileSync(join(at(name), file), 'utf8')]),
    )
  }
  const all = (what: string) => Object.fromEntries(files.map((file) => [file, what]))

  /** The commands that the next restore prints for a record whose process is gone. */
  async function commands(step: Step, inPieces: boolean): Promise<{ back: string; on: string | undefined }> {
    const said = `echo stop >>'${at('log').replaceAll("'", "'\\''")}'`
    await writeRecord(at('state'), {
      datadir: at('data'),
      staging: at('data.holdfast-new'),
      safety: at('data.holdfast-safety'),
      step,
      inPieces,
      abandoned: true,
      stop: said,
      start: said.replace('stop', 'start'),
    })
    const error = await checkRecord(at('state'), at('data')).then(
      () => undefined,
      (thrown: { code: string; hint: string }) => thrown,
    )
    expect(error?.code).toBe('restore-interrupted')
    const [, back = '', on] =
      /^To go back: (.*?)(?:\. To go on: (.*?))?\. Then remove /.exec(error?.hint ?? '') ?? []
    return { back, on }
  }
  function shell(command: string): void {
    execFileSync('bash', ['-c', command], { stdio: 'pipe' })
    expect(readFileSync(at('log'), 'utf8')).toBe('stop\nstart\n')
    rmSync(at('log'))
  }

  /** What a kill may leave of each step: renamed as a whole. */
  const renamed: readonly [Step, string, () => void][] = [
    ['stopping', 'before anything was moved', () => lay({ data: 'old', 'data.holdfast-new': 'new' })],
    ['moving', 'before the rename', () => lay({ data: 'old', 'data.holdfast-new': 'new' })],
    ['moving', 'after it', () => lay({ 'data.holdfast-safety': 'old', 'data.holdfast-new': 'new' })],
    [
      'placing',
      'before the rename',
      () => lay({ 'data.holdfast-safety': 'old', 'data.holdfast-new': 'new' }),
    ],
    ['starting', 'with all in place', () => lay({ 'data.holdfast-safety': 'old', data: 'new' })],
  ]
  it.each(renamed)(
    'while %s, %s, is brought back or finished by the printed commands',
    async (step, _, leave) => {
      leave()
      const { back, on = '' } = await commands(step, false)
      shell(back)
      expect(held('data')).toEqual(all('old'))
      for (const name of readdirSync(work)) rmSync(at(name), { recursive: true })
      leave()
      shell(on)
      expect(held('data')).toEqual(all('new'))
      expect(held('data.holdfast-safety')).toEqual(all('old'))
    },
  )

  it.each<[Step, () => void]>([
    ['rolling-back', () => lay({ 'data.holdfast-safety': 'old', data: 'new' })],
    ['rolling-back', () => lay({ 'data.holdfast-safety': 'old', 'data.holdfast-new': 'new' })],
    ['putting-back', () => lay({ data: 'old', 'data.holdfast-new': 'new' })],
  ])('while %s goes back only', async (step, leave) => {
    leave()
    const { back, on } = await commands(step, false)
    expect(on).toBeUndefined()
    shell(back)
    expect(held('data')).toEqual(all('old'))
  })

  /** Of entries that are moved or copied one by one, the one at work is half on the other side. */
  const pieces: readonly [Step, () => void][] = [
    ['stopping', () => lay({ data: 'old', 'data.holdfast-new': 'new' })],
    [
      'moving',
      () => {
        fill('data', 'old', ['mysql', 'shop'])
        fill('data.holdfast-safety', 'old', ['ibdata1'])
        writeFileSync(join(at('data.holdfast-safety'), 'mysql'), 'ol')
        fill('data.holdfast-new', 'new')
      },
    ],
    [
      'placing',
      () => {
        fill('data.holdfast-safety', 'old')
        fill('data', 'new', ['ibdata1'])
        writeFileSync(join(at('data'), 'mysql'), 'ne')
        fill('data.holdfast-new', 'new', ['mysql', 'shop'])
      },
    ],
    ['starting', () => lay({ 'data.holdfast-safety': 'old', data: 'new' })],
  ]
  it.each(pieces)('while %s, piece by piece, is brought back or finished too', async (step, leave) => {
    leave()
    const { back, on = '' } = await commands(step, true)
    shell(back)
    expect(held('data')).toEqual(all('old'))
    for (const name of readdirSync(work)) rmSync(at(name), { recursive: true })
    leave()
    mkdirSync(join(at('data'), 'lost+found'))
    shell(on)
    rmSync(join(at('data'), 'lost+found'), { recursive: true })
    expect(held('data')).toEqual(all('new'))
  })

  it('while putting back, piece by piece, gets every file back whole', async () => {
    fill('data', 'old', ['ibdata1'])
    writeFileSync(join(at('data'), 'mysql'), 'ol')
    fill('data.holdfast-safety', 'old', ['mysql', 'shop'])
    const { back, on } = await commands('putting-back', true)
    expect(on).toBeUndefined()
    shell(back)
    expect(held('data')).toEqual(all('old'))
  })
})
