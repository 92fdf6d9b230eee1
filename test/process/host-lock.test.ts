import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { lockOnHost } from '../../src/process/host-lock.ts'

let directory: string
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'holdfast-lock-'))
})
afterEach(() => rm(directory, { recursive: true, force: true }))

const path = () => join(directory, 'locks', 'tank.lock')
const busy = (pid: number) => ({
  code: 'busy',
  message: `process ${pid} of this host works on tank`,
  exitStatus: 6,
})

describe('a lock of this host', () => {
  test('is held by one, and the next knows by whom', async () => {
    const lock = await lockOnHost(path(), 'tank')
    await expect(lockOnHost(path(), 'tank')).rejects.toMatchObject(busy(process.pid))
    lock.release()
    lock.release()
    const again = await lockOnHost(path(), 'tank')
    expect((await readFile(`${path()}.pid`, 'utf8')).trim()).toBe(String(process.pid))
    again.release()
  })

  test('is free as soon as its holder is killed', async () => {
    const script = `import { lockOnHost } from ${JSON.stringify(join(import.meta.dirname, '../../src/process/host-lock.ts'))}
await lockOnHost(${JSON.stringify(path())}, 'tank')
console.log('held')
setInterval(() => undefined, 1000)`
    const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', script], {
      env: { ...process.env, NODE_NO_WARNINGS: '1' },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    try {
      await once(child.stdout, 'data')
      await expect(lockOnHost(path(), 'tank')).rejects.toMatchObject(busy(child.pid ?? 0))
    } finally {
      child.kill('SIGKILL')
      await once(child, 'exit')
    }
    const lock = await lockOnHost(path(), 'tank')
    lock.release()
  })

  test('in a directory that cannot be made is an error of the state', async () => {
    await writeFile(join(directory, 'file'), '')
    await expect(lockOnHost(join(directory, 'file', 'tank.lock'), 'tank')).rejects.toMatchObject({
      code: 'state-unusable',
    })
  })
})
