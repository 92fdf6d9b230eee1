import { expect, test } from 'vitest'
import { Secret } from '../../../src/domain/secret.ts'
import { createNotifier } from '../../../src/report/notifiers/create.ts'
import type { Notice } from '../../../src/report/notifiers/notice.ts'
import { tellAll } from '../../../src/report/notifiers/tell-all.ts'
import { listener } from '../../services/listener.ts'
import { notice, patient, surroundings } from './sample.ts'

const started = notice({ occasions: ['start'], status: 'started', errors: [], warnings: [] })
const good = notice({ occasions: ['success'], status: 'success', errors: [] })
const rid = `rid=${started.runId}`

async function ping(settings: Record<string, string>, ...notices: Notice[]) {
  const secrets = Object.fromEntries(Object.entries(settings).map(([key, url]) => [key, new Secret(url)]))
  const notifier = createNotifier({ name: 'hc', type: 'healthchecks', settings: secrets }, surroundings)
  const warnings = []
  for (const each of notices) warnings.push(...(await tellAll([notifier], each, patient)))
  return warnings
}

test('start, success and failure are pinged with the id of the run and its log', async () => {
  const server = await listener()
  expect(await ping({ url: `${server.url}/ping/u-u-i-d/` }, started, good, notice())).toEqual([])
  expect(server.heard.map(({ method, path }) => `${method} ${path}`)).toEqual([
    `POST /ping/u-u-i-d/start?${rid}`,
    `POST /ping/u-u-i-d?${rid}`,
    `POST /ping/u-u-i-d/fail?${rid}`,
  ])
  expect(server.heard[2]?.body).toMatchInlineSnapshot(`
    "backup of app-db failed in part
    destination offsite failed: <no route> [destination-failed]
    Mend it & go on.
    it grew by 25 % [size-suspicious]
    Look at it.

    2026-11-26T02:59:00.000Z - INFO - app-db: backup started"
  `)
})

test('each may have a URL of its own, and what has none is not pinged', async () => {
  const server = await listener()
  await ping({ successUrl: `${server.url}/ok?key=1`, failUrl: `${server.url}/bad` }, started, good, notice())
  expect(server.heard.map(({ path }) => path)).toEqual([`/ok?key=1&${rid}`, `/bad?${rid}`])
})

test('a switch that takes no POST gets a GET', async () => {
  const server = await listener(({ method }) => ({ status: method === 'GET' ? 200 : 405 }))
  expect(await ping({ url: server.url }, good)).toEqual([])
  expect(server.heard.map(({ method }) => method)).toEqual(['POST', 'GET'])
})

test('only backups are watched: a cleanup that fails is none', async () => {
  const server = await listener()
  await ping(
    { url: server.url },
    notice({ command: 'cleanup' }),
    notice({ occasions: ['stale'], command: 'status' }),
  )
  expect(server.heard).toEqual([])
})

test('of a long log the end is sent', async () => {
  const server = await listener()
  const log = Array.from({ length: 5000 }, (_, index) => ({
    time: new Date(0),
    level: 'INFO' as const,
    text: `line ${index} ${'.'.repeat(50)}`,
  }))
  await ping({ url: server.url }, { ...good, log })
  const body = server.heard[0]?.body ?? ''
  expect(body.length).toBeLessThan(100_000)
  expect(body).toContain('line 4999')
})
