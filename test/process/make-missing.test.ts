import { mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeMissing } from '../../src/process/make-missing.ts'

let work: string

beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'holdfast-make-missing-'))
})
afterEach(() => rmSync(work, { recursive: true }))

test('makes what lacks and names the topmost directory of it', async () => {
  expect(await makeMissing(join(work, 'a', 'b', 'c'), 0o700)).toBe(join(work, 'a'))
  expect(statSync(join(work, 'a', 'b', 'c')).mode & 0o777).toBe(0o700)
  expect(await makeMissing(join(work, 'a', 'x'))).toBe(join(work, 'a', 'x'))
  expect(await makeMissing(join(work, 'a'))).toBeUndefined()
  symlinkSync('a', join(work, 'link'))
  expect(await makeMissing(join(work, 'link', 'b'))).toBeUndefined()
  expect(await makeMissing(join(work, 'link'))).toBeUndefined()
})

test('a file in the way and a link to nowhere are errors', async () => {
  writeFileSync(join(work, 'file'), '')
  symlinkSync('nowhere', join(work, 'dangling'))
  await expect(makeMissing(join(work, 'file'))).rejects.toMatchObject({ code: 'EEXIST' })
  await expect(makeMissing(join(work, 'file', 'x'))).rejects.toMatchObject({ code: 'ENOTDIR' })
  await expect(makeMissing(join(work, 'dangling', 'x'))).rejects.toMatchObject({ code: 'ENOENT' })
})

test.runIf(process.platform === 'linux')('does not try for ever where nothing can be made', async () => {
  await expect(makeMissing('/proc/holdfast/x')).rejects.toMatchObject({ code: 'ENOENT' })
})

test('16 at once make one directory', async () => {
  const path = join(work, 'p', 'q')
  const made = await Promise.all(Array.from({ length: 16 }, () => makeMissing(path)))
  expect(made.filter((each) => each !== undefined).length).toBeGreaterThan(0)
  expect(statSync(path).isDirectory()).toBe(true)
})
