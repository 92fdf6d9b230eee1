import { expect, it } from 'vitest'
import type { DrillCheck } from '../../src/domain/drill.ts'
import type { Finding } from '../../src/domain/finding.ts'
import { systemClock } from '../../src/process/clock.ts'
import { processEnd, type ServerEnd } from '../../src/process/server-end.ts'
import { whileItRuns } from '../../src/sources/server-gone.ts'

const logs = ['ready', 'PANIC: no space', 'bye']
const crashed = processEnd({ code: 2, signal: null }, logs)
const killed = processEnd({ code: null, signal: 'SIGKILL' }, logs)
const rest = { evidence: 'load-only' } as const

function surroundings() {
  const told: Finding[] = []
  const { signal } = new AbortController()
  return { told, signal, clock: systemClock, warn: (finding: Finding) => void told.push(finding) }
}

const check = (name: string, result: DrillCheck['result'], found = ''): DrillCheck => ({
  name,
  result,
  found,
})
interface Drilled {
  readonly checks: readonly DrillCheck[]
  readonly evidence: 'snapshot' | 'load-only'
}

const drilled = (...checks: DrillCheck[]): Drilled => ({ checks, evidence: 'snapshot' })

it('says first that the server ended, keeps what was compared before, and tells the log', async () => {
  const context = surroundings()
  const checks = [
    check('table a', 'failed', 'values differ'),
    check('restore b', 'failed', 'connection lost'),
  ]
  const server = { name: 'postgres:15', ended: async () => crashed }
  const found = await whileItRuns(server, context, async () => drilled(...checks), rest)
  expect(found).toEqual({
    evidence: 'snapshot',
    checks: [
      {
        name: 'server stays up',
        result: 'failed',
        expected: 'until the drill is over',
        found: 'postgres:15 ended with status 2: PANIC: no space',
      },
      checks[0],
    ],
  })
  expect(context.told).toMatchObject([
    { severity: 'info', message: 'what postgres:15 printed last', log: logs },
  ])
})

it('waits until a server that hung up has ended, and comes to no verdict for one that was killed', async () => {
  const ends: (ServerEnd | undefined)[] = [undefined, killed]
  const server = { name: 'mariadbd', ended: async () => ends.shift() }
  const drill = async () => {
    throw new Error('it hung up')
  }
  const found = await whileItRuns<Drilled>(server, surroundings(), drill, rest)
  expect(found).toMatchObject({
    evidence: 'load-only',
    checks: [{ result: 'inconclusive', found: 'mariadbd was ended by SIGKILL' }],
  })
})

it('leaves what failed on a server that runs on, or that is not ours, as it is', async () => {
  const result = drilled(check('table a', 'failed', 'values differ'))
  const running = { name: 'it', ended: async () => undefined }
  expect(await whileItRuns(running, surroundings(), async () => result, rest)).toBe(result)
  expect(await whileItRuns({ name: 'it' }, surroundings(), async () => result, rest)).toBe(result)
})

it('says nothing of a server after a cancel', async () => {
  const controller = new AbortController()
  const drill = async () => {
    controller.abort(new Error('enough'))
    throw new Error('it hung up')
  }
  const server = { name: 'it', ended: async () => crashed }
  const context = { ...surroundings(), signal: controller.signal }
  await expect(whileItRuns<Drilled>(server, context, drill, rest)).rejects.toThrow('enough')
})
