import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makePrivateDirectory } from '../../src/process/private-directory.ts'

describe('a private directory', () => {
  let parent: string
  beforeEach(async () => {
    parent = await mkdtemp(join(tmpdir(), 'holdfast-private-'))
  })
  afterEach(() => rm(parent, { recursive: true }))

  it('is its owner’s alone, and a new one each time', async () => {
    const first = await makePrivateDirectory(parent, 'thing')
    const second = await makePrivateDirectory(parent, 'thing')
    expect(first).not.toBe(second)
    expect((await stat(first)).mode & 0o777).toBe(0o700)
    expect((await readdir(parent)).sort()).toEqual([first, second].map((path) => basename(path)).sort())
  })

  it('comes after those of dead processes are gone, and spares all others', async () => {
    const own = basename(await makePrivateDirectory(parent, 'thing'))
    const { pid: dead } = spawnSync('true')
    const of = (pid: number) => own.replace(`-${process.pid}-`, `-${pid}-`)
    const spared = [
      of(1),
      of(dead).replace('thing', 'other'),
      own.replace(/^thing-\w+/, 'thing-00000000').replace(`-${process.pid}-`, `-${dead}-`),
      'thing-notes',
    ]
    for (const name of [of(dead), ...spared]) await mkdir(join(parent, name, 'full'), { recursive: true })
    const next = basename(await makePrivateDirectory(parent, 'thing'))
    expect((await readdir(parent)).sort()).toEqual([own, next, ...spared].sort())
  })
})
