import { randomBytes } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { workspace } from './workspace.ts'

const soak = process.env.HOLDFAST_SOAK === '1'
const directories = soak ? 2_000 : 8
const perDirectory = soak ? 500 : 250
const size = 10_000

/** 10 KB files of bytes that no compressor can do anything about. */
function fill(source: string): void {
  for (let directory = 0; directory < directories; directory += 1) {
    const path = join(source, `branch-${directory % 40}`, `leaf-${directory}`)
    mkdirSync(path, { recursive: true })
    const bytes = randomBytes(size * perDirectory)
    for (let file = 0; file < perDirectory; file += 1)
      writeFileSync(join(path, `file-${file}`), bytes.subarray(file * size, (file + 1) * size))
  }
}

test('one file of 10 KB costs less than 4 MiB to fetch, however many there are', {
  timeout: soak ? 3_600_000 : 120_000,
}, async () => {
  const space = await workspace()
  fill(space.source)
  const ran = await space.run(['backup', '--json'])
  expect(ran.json.errors).toEqual([])
  expect(ran.json.results[0].files).toBe(directories * perDirectory)
  const at = (part: number) => {
    const directory = Math.floor(part * (directories - 1))
    return `branch-${directory % 40}/leaf-${directory}/file-${Math.floor(part * (perDirectory - 1))}`
  }
  for (const [number, path] of [0, 0.3, 0.61, 1].map(at).entries()) {
    const target = `out-${number}`
    const args = ['restore', 'tree', '--to', space.path(target), '--include', path]
    const restored = await space.run([...args, '--identity', space.identity, '--yes', '--json'])
    expect(restored.json.errors).toEqual([])
    expect(space.read(`${target}/${path}`)).toBe(space.read(`source/${path}`))
    const { files, fetchedBytes } = restored.json.results[0]
    expect(files).toBe(1)
    expect(fetchedBytes).toBeLessThan(soak ? 4 * 1024 * 1024 : 2.5 * 1024 * 1024)
  }
})
