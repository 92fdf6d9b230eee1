import { expect, test } from 'vitest'
import { Secret } from '../../../src/domain/secret.ts'
import { createNotifier } from '../../../src/report/notifiers/create.ts'
import { tellAll } from '../../../src/report/notifiers/tell-all.ts'
import { listener } from '../../services/listener.ts'
import { notice, patient, surroundings } from './sample.ts'

function webhook(url: string, on: readonly string[] = ['failure', 'anomaly']) {
  return createNotifier(
    { name: 'hook', type: 'webhook', settings: { url: new Secret(url), on } },
    surroundings,
  )
}

test('the outcome is posted as JSON, the most alarming event first, without the log', async () => {
  const server = await listener()
  const both = notice({ occasions: ['success', 'anomaly'], status: 'success', errors: [] })
  await tellAll([webhook(`${server.url}/hook?token=geheim12`)], both, patient)
  expect(server.heard[0]).toMatchObject({
    path: '/hook?token=geheim12',
    headers: { 'content-type': 'application/json; charset=utf-8' },
  })
  const [body] = server.json()
  expect(body).toMatchObject({
    format: 1,
    event: 'anomaly',
    events: ['success', 'anomaly'],
    title: 'backup of app-db looks odd',
    job: 'app-db',
    id: '20261126T030000Z-L0-abcdef',
    time: '2026-11-26T03:00:00.000Z',
    storedBytes: 2 * 1024 ** 3,
    destinations: [
      { name: 'local', status: 'success' },
      { name: 'offsite', status: 'failed' },
    ],
    run: { url: 'https://github.com/acme/backups/actions/runs/7' },
    warnings: [{ code: 'size-suspicious' }],
  })
  expect(body).not.toHaveProperty('log')
})

test('no secret goes out, whatever message holds it', async () => {
  const server = await listener()
  const secret = new Secret('postgres://app:hunter2hunter2@db/app')
  const errors = [
    { code: 'tool-failed', message: `cannot connect to ${secret.reveal()} with hunter2hunter2` },
  ]
  const log = [{ time: new Date(0), level: 'INFO' as const, text: 'the password is hunter2hunter2' }]
  await tellAll([webhook(server.url)], notice({ errors, log }), patient)
  expect(server.heard[0]?.body).toContain('cannot connect to ***')
  expect(server.heard[0]?.body).not.toContain('hunter2')
})

test('nobody is waited for longer than the limit, and one who does not answer keeps nobody else from hearing', async () => {
  const [deaf, good] = [await listener(() => 'never'), await listener()]
  const warnings = await tellAll([webhook(deaf.url), webhook(good.url)], notice(), 300)
  expect(warnings).toMatchObject([
    { code: 'notification-failed', message: 'the notifier hook was not told: no answer within 0.3 s' },
  ])
  expect(good.heard).toHaveLength(1)
})

test('a server that is not there is named by what went wrong', async () => {
  const gone = await listener()
  const port = new URL(gone.url).port
  // A port that was free a moment ago refuses, or belongs to somebody who is no server of ours: never a success.
  const [warning] = await tellAll([webhook(`https://127.0.0.1:${port}`)], notice(), patient)
  expect(warning?.message).toMatch(/^the notifier hook was not told: it cannot be reached: E\w+$/)
})

test.each([['not a url at all'], ['hook.example']])('%j is no URL', async (url) => {
  const [warning] = await tellAll([webhook(url)], notice(), patient)
  expect(warning?.message).toBe('the notifier hook was not told: its URL is none')
})

test('HTTP_PROXY is honoured', async () => {
  const proxy = await listener()
  const hook = createNotifier(
    {
      name: 'hook',
      type: 'webhook',
      settings: { url: new Secret('http://hooks.invalid/x'), on: ['failure'] },
    },
    { ...surroundings, environment: { HTTP_PROXY: proxy.url } },
  )
  expect(await tellAll([hook], notice(), patient)).toEqual([])
  expect(proxy.heard[0]?.path).toBe('http://hooks.invalid/x')
})
