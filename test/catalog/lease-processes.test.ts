import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, test } from 'vitest'
import { currentOwner, isLocalOwner, isOwnerDead } from '../../src/catalog/lease-owner.ts'

const contender = join(import.meta.dirname, 'lease-contender.ts')
const children = new Set<ChildProcess>()
const directories: string[] = []

afterEach(async () => {
  for (const child of children) child.kill('SIGKILL')
  await Promise.all(directories.splice(0).map((path) => rm(path, { recursive: true, force: true })))
})

async function scene() {
  const directory = await mkdtemp(join(tmpdir(), 'holdfast-lease-'))
  directories.push(directory)
  const lines: string[] = []
  const complaints: string[] = []
  const start = (ttl = 1_500) => {
    const child = spawn(process.execPath, [contender, directory, String(ttl)], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    children.add(child)
    child.once('exit', () => children.delete(child))
    createInterface(child.stdout).on('line', (line) => lines.push(line))
    createInterface(child.stderr).on('line', (line) => complaints.push(line))
    return child
  }
  return { directory, lines, complaints, start }
}

/** The holder mostly, since most can go wrong with it; else any. */
async function choose(directory: string, contenders: readonly ChildProcess[]): Promise<number> {
  const text = await readFile(join(directory, 'leases/cleanup.json'), 'utf8').catch(() => '{}')
  const holder = contenders.findIndex(({ pid }) => pid === JSON.parse(text).owner?.pid)
  return holder >= 0 && Math.random() < 0.7 ? holder : Math.floor(Math.random() * contenders.length)
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, 'close')
  child.kill('SIGKILL')
  await gone
}

describe('a lease between processes', () => {
  test('loses no update of five that are killed and frozen for 20 s', async () => {
    const { directory, lines, complaints, start } = await scene()
    const contenders = Array.from({ length: 5 }, () => start())
    let kills = 0
    const frozen = new Set<ChildProcess>()
    const end = performance.now() + 20_000
    const count = (word: string) => lines.filter((line) => line.startsWith(word)).length
    const enough = () => count('lost') + count('fenced') > 0 && count('commit ') > 30
    // On a busy machine it may take longer until enough has happened.
    while (performance.now() < end || !enough()) {
      await sleep(200 + Math.random() * 400)
      const which = await choose(directory, contenders)
      const victim = contenders[which] as ChildProcess
      if (frozen.has(victim)) continue
      if (Math.random() < 0.5) {
        await kill(victim)
        kills += 1
        contenders[which] = start()
      } else {
        victim.kill('SIGSTOP')
        frozen.add(victim)
        setTimeout(
          () => {
            frozen.delete(victim)
            victim.kill('SIGCONT')
          },
          1_800 + Math.random() * 1_000,
        )
      }
    }
    await Promise.all(contenders.map(kill))

    const commits = lines
      .filter((line) => line.startsWith('commit '))
      .map((line) => line.split(' ').map(Number) as [number, number, number])
      .map(([, value, token]) => ({ value, token }))
      .sort((a, b) => a.value - b.value)
    const final = JSON.parse(await readFile(join(directory, 'counter.json'), 'utf8')).value
    expect(count('lost') + count('fenced')).toBeGreaterThan(0)
    expect(complaints).toEqual([])
    expect(commits.length).toBeGreaterThan(30)
    // Every acknowledged increment has a value of its own; only a process killed in between leaves a silent one.
    expect(new Set(commits.map(({ value }) => value)).size).toBe(commits.length)
    expect(final).toBeGreaterThanOrEqual(commits.length)
    expect(final - commits.length).toBeLessThanOrEqual(kills + contenders.length)
    // No holder wrote after a later one: tokens never fall.
    expect(commits.map(({ token }) => token)).toEqual(commits.map(({ token }) => token).sort((a, b) => a - b))
  }, 180_000)

  test('is free at once when its holder was killed', async () => {
    const { lines, start } = await scene()
    const ttl = 60_000
    const first = start(ttl)
    while (lines.length < 2) await sleep(20)
    await kill(first)
    const before = lines.length
    const killed = performance.now()
    start(ttl)
    while (lines.length === before) await sleep(20)
    expect(performance.now() - killed).toBeLessThan(ttl / 4)
  }, 60_000)
})

describe('an owner', () => {
  test('is known to live, to be a zombie, or to be gone', async () => {
    const self = await currentOwner('run 7')
    expect(self).toMatchObject({ pid: process.pid, run: 'run 7' })
    expect(await isLocalOwner(self)).toBe(true)
    expect(await isOwnerDead(self)).toBe(false)
    expect(await isOwnerDead({ ...self, startTime: '1' })).toBe(true)
    expect(await isOwnerDead({ ...self, pid: 2 ** 30 })).toBe(true)
    expect(await isOwnerDead({ ...self, pid: 2 ** 30, machine: 'another' })).toBe(false)
    const { machine, ...unknown } = self
    expect(machine).toBeDefined()
    expect(await isOwnerDead({ ...unknown, pid: 2 ** 30 })).toBe(false)
  })

  test('that nobody has waited for yet is dead', async () => {
    const parent = spawn('sh', ['-c', 'sleep 0 & echo $!; exec sleep 20'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    children.add(parent)
    const [line] = await once(createInterface(parent.stdout), 'line')
    const pid = Number(line)
    const status = await readFile(`/proc/${pid}/stat`, 'utf8')
    const startTime = status.slice(status.lastIndexOf(')') + 2).split(' ')[19]
    const owner = { ...(await currentOwner()), pid, startTime }
    await expect.poll(() => isOwnerDead(owner)).toBe(true)
  })
})
