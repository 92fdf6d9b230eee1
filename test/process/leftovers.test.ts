import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { noteLeftover, removeLeftovers } from '../../src/process/leftovers.ts'
import { isTokenGone, processToken } from '../../src/process/running-process.ts'
import { mayEnter, unprivilegedUser } from '../../src/process/unprivileged.ts'

let directory: string
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'holdfast-left-'))
})
afterEach(() => rm(directory, { recursive: true, force: true }))

const notes = () => readdir(join(directory, 'state', 'throwaway'))

/** A process that notes a server and a directory, and is killed. */
async function killedRun(): Promise<{ server: number; data: string }> {
  const data = join(directory, 'data')
  await mkdir(data)
  await writeFile(join(data, 'file'), 'x')
  const module = join(import.meta.dirname, '..', '..', 'src', 'process', 'leftovers.ts')
  const program = `
    import { spawn } from 'node:child_process'
    import { noteLeftover } from ${JSON.stringify(module)}
    const server = spawn('sleep', ['600'], { detached: true, stdio: 'ignore' })
    const left = { servers: [server.pid], directories: [${JSON.stringify(data)}] }
    await noteLeftover(${JSON.stringify(join(directory, 'state'))}, left)
    console.log(server.pid)
    setInterval(() => undefined, 1000)`
  const child = spawn(process.execPath, ['--input-type=module-typescript', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
  return { server: Number(String(line)), data }
}

it('ends the server and removes the directory of a run that was killed', async () => {
  const { server, data } = await killedRun()
  const token = await processToken(server)
  expect(await isTokenGone(token)).toBe(false)
  expect(await removeLeftovers(join(directory, 'state'))).toBe(1)
  await expect.poll(() => isTokenGone(token)).toBe(true)
  await expect(stat(data)).rejects.toMatchObject({ code: 'ENOENT' })
  expect(await notes()).toEqual([])
  expect(await removeLeftovers(join(directory, 'state'))).toBe(0)
})

it('leaves alone what runs, and what was forgotten', async () => {
  const state = join(directory, 'state')
  expect(await removeLeftovers(state)).toBe(0)
  const note = await noteLeftover(state, { servers: [], directories: [directory] })
  await note.update({ servers: [process.pid], directories: [directory] })
  expect(await removeLeftovers(state)).toBe(0)
  expect((await stat(directory)).isDirectory()).toBe(true)
  await note.forget()
  expect(await notes()).toEqual([])
})

it('never takes a later process of the same id, or one of another machine, for a dead one', async () => {
  const token = await processToken()
  expect(token).toMatch(/^[0-9a-f]{8}-\d+-\d+$/)
  expect(await isTokenGone(token)).toBe(false)
  expect(await isTokenGone(token.replace(/\d+$/, '1'))).toBe(true)
  expect(await isTokenGone(token.replace(/^[0-9a-f]{8}/, '00000000').replace(/\d+$/, '1'))).toBe(false)
  expect(await isTokenGone('nonsense')).toBe(false)
})

it.runIf(process.getuid?.() === 0)('finds a user for servers, and where it may go', async () => {
  const user = await unprivilegedUser(['no-such-user', 'nobody'])
  expect(user).toMatchObject({ name: 'nobody', uid: 65_534 })
  expect(await unprivilegedUser([])).toMatchObject({ uid: 65_534 })
  const closed = join(directory, 'closed')
  await mkdir(join(closed, 'inner'), { recursive: true })
  expect(await mayEnter(user, '/usr/bin')).toBe(true)
  // mkdtemp makes directories of mode 0700.
  expect(await mayEnter(user, join(closed, 'inner'))).toBe(false)
  expect(await mayEnter(undefined, closed)).toBe(true)
})
