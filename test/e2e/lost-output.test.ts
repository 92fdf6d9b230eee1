import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { onRemoval, workspace } from './workspace.ts'

const root = process.getuid?.() === 0
/** Runs the command line with its standard output on a disk that is full. */
const onFullDisk = ['sh', '-c', 'exec "$@" >/dev/full', 'sh']

test('a document that a full disk cuts off does not pass for whole', async () => {
  const space = await workspace()
  space.configure()
  space.write('source/a.txt', 'a')
  expect(await space.run(['backup', '--quiet'])).toMatchObject({ exitCode: 0 })
  for (const args of [
    ['list', '--json'],
    ['schema'],
    ['restore', 'tree', '--to', '-', '--identity', space.identity],
  ]) {
    const lost = await space.run(args, { through: onFullDisk })
    expect([...args, lost.exitCode]).toEqual([...args, 1])
    expect(lost.stderr).toContain('no space left to write the output [disk-full]')
    expect(lost.stderr).not.toContain('bug')
  }
})

test('what went wrong keeps its own exit status where its output is lost as well', async () => {
  const space = await workspace()
  space.configure()
  expect(await space.run(['status'], { through: onFullDisk })).toMatchObject({ exitCode: 4 })
})

test.runIf(root)('a read-only disk is named, and is no bug', async () => {
  const space = await workspace()
  space.configure()
  const disk = space.path('disk')
  mkdirSync(disk)
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'ro', 'tmpfs', disk])
  onRemoval(() => {
    execFileSync('umount', ['-l', disk])
  })
  for (const args of [
    ['keygen', '--out', 'disk/keys'],
    ['init', '--source', 'source', '--to', 'b', '--out', 'disk/config', '--yes'],
    ['demo'],
  ]) {
    const refused = await space.run(args, { env: { TMPDIR: disk } })
    expect([...args, refused.exitCode]).toEqual([...args, 1])
    expect(refused.stderr).toMatch(/error: cannot write \S+disk\S+: EROFS \[target-unwritable\]/)
  }
})
