import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { openScratch } from '../../src/drill/scratch.ts'

const roots: string[] = []
afterEach(() => {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true, force: true })
})

function root(): string {
  const made = mkdtempSync(join(tmpdir(), 'holdfast-scratch-'))
  roots.push(made)
  return made
}

test('is a private directory of its own, gone with all that is in it', async () => {
  const parent = join(root(), 'made/when/needed')
  const [one, two] = [await openScratch(parent, 1000), await openScratch(parent, 1000)]
  expect(one.path).not.toBe(two.path)
  expect(statSync(one.path).mode & 0o777).toBe(0o700)
  writeFileSync(join(one.path, 'restored'), 'x')
  await one.remove()
  expect(existsSync(one.path)).toBe(false)
  expect(existsSync(two.path)).toBe(true)
  await two.remove()
  expect(readdirSync(parent)).toEqual([])
})

test('says before the drill that there is too little room', async () => {
  const parent = root()
  await expect(openScratch(parent, Number.MAX_SAFE_INTEGER)).rejects.toMatchObject({
    code: 'scratch-too-small',
    message: expect.stringMatching(/a drill needs \d+ bytes in .*, \d+ are free/),
    hint: expect.stringContaining('--scratch'),
    context: { path: parent, free: expect.any(Number) },
  })
  expect(readdirSync(parent)).toEqual([])
})

test('says where it cannot be made', async () => {
  const file = join(root(), 'file')
  writeFileSync(file, '')
  await expect(openScratch(join(file, 'below'), 1)).rejects.toMatchObject({
    code: 'target-unwritable',
    context: { path: join(file, 'below') },
  })
})
