import { expect, test } from 'vitest'
import { Secret } from '../../../src/domain/secret.ts'
import { createNotifier } from '../../../src/report/notifiers/create.ts'
import { tellAll } from '../../../src/report/notifiers/tell-all.ts'
import { listener } from '../../services/listener.ts'
import { notice, patient, surroundings } from './sample.ts'

function mezmo(settings: object) {
  return createNotifier({ name: 'logs', type: 'mezmo', settings: { ...settings } }, surroundings)
}

test('the lines of a run are shipped with host, level and time', async () => {
  const server = await listener()
  const ingestionKey = new Secret('0123456789abcdef')
  const notifier = mezmo({ ingestionKey, hostname: 'backup-host', url: `${server.url}/logs/ingest` })
  expect(await tellAll([notifier], notice({ warnings: [] }), patient)).toEqual([])
  const [request] = server.heard
  expect(request?.path).toBe(`/logs/ingest?hostname=backup-host&now=${notice().time.getTime()}`)
  expect(request?.headers.authorization).toBe(`Basic ${Buffer.from('0123456789abcdef:').toString('base64')}`)
  const meta = { job: 'app-db', command: 'backup', status: 'partial', id: notice().id }
  expect(server.json()).toEqual([
    {
      lines: [
        {
          line: 'app-db: backup started',
          app: 'holdfast',
          level: 'INFO',
          timestamp: Date.parse('2026-11-26T02:59:00Z'),
          meta,
        },
        {
          line: 'backup of app-db failed in part\ndestination offsite failed: <no route> [destination-failed]\nMend it & go on.',
          app: 'holdfast',
          level: 'ERROR',
          timestamp: notice().time.getTime(),
          meta,
        },
      ],
    },
  ])
})

test('the host is this one where none is named, and a start is in the lines of the end', async () => {
  const server = await listener()
  const notifier = mezmo({ ingestionKey: new Secret('fedcba9876543210'), url: server.url })
  await tellAll([notifier], notice({ occasions: ['start'] }), patient)
  expect(server.heard).toEqual([])
  await tellAll([notifier], notice({ occasions: ['success'], errors: [] }), patient)
  expect(server.heard[0]?.path).toContain('hostname=db-1')
  expect(server.json()[0].lines.at(-1).level).toBe('WARNING')
})
