import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { Secret } from '../../../src/domain/secret.ts'
import { pushMetrics } from '../../../src/report/metrics/pushgateway.ts'
import type { Sample } from '../../../src/report/metrics/sample.ts'
import { metricsText } from '../../../src/report/metrics/text.ts'
import { writeTextfile } from '../../../src/report/metrics/textfile.ts'
import { listener } from '../../services/listener.ts'

const bytes = (job: string, value: number): Sample => ({
  name: 'holdfast_backup_stored_bytes',
  labels: { backup_job: job },
  value,
})

function directory(): string {
  const made = mkdtempSync(join(tmpdir(), 'holdfast-metrics-'))
  onTestFinished(() => rmSync(made, { recursive: true, force: true }))
  return made
}

test('labels are escaped, series are grouped under their help', () => {
  const odd = {
    name: 'holdfast_backup_success',
    labels: { destination: 'a"b\\c\nd', backup_job: 'x' },
    value: 1,
  } as const
  expect(metricsText([bytes('a', 1.5), odd])).toBe(
    [
      '# HELP holdfast_backup_success Whether the last backup reached every destination: 1 or 0.',
      '# TYPE holdfast_backup_success gauge',
      'holdfast_backup_success{backup_job="x",destination="a\\"b\\\\c\\nd"} 1',
      '# HELP holdfast_backup_stored_bytes Stored bytes of the last backup.',
      '# TYPE holdfast_backup_stored_bytes gauge',
      'holdfast_backup_stored_bytes{backup_job="a"} 1.5',
      '',
    ].join('\n'),
  )
})

test('numbers of other jobs stay, those of this one are replaced, what is not ours goes', () => {
  const earlier = metricsText([bytes('a', 1), bytes('b', 2)])
  expect(metricsText([bytes('a', 3)], `${earlier}other_metric 1\nhalf a li`)).toBe(
    metricsText([bytes('a', 3), bytes('b', 2)]),
  )
})

test('the file appears whole, is for everybody to read, and leaves nothing beside it', async () => {
  const folder = join(directory(), 'collector')
  const file = join(folder, 'holdfast.prom')
  await writeTextfile(file, [bytes('a', 1)])
  await writeTextfile(file, [bytes('b', 2)])
  expect(readFileSync(file, 'utf8')).toBe(metricsText([bytes('a', 1), bytes('b', 2)]))
  expect(statSync(file).mode & 0o777).toBe(0o644)
  expect(readdirSync(folder)).toEqual(['holdfast.prom'])
})

test('a file that cannot be written is an error that names it', async () => {
  const folder = directory()
  writeFileSync(join(folder, 'plain'), '')
  mkdirSync(join(folder, 'taken.prom'))
  for (const file of [join(folder, 'plain', 'x.prom'), join(folder, 'taken.prom')]) {
    await expect(writeTextfile(file, [bytes('a', 1)])).rejects.toMatchObject({
      code: 'notification-failed',
      message: expect.stringContaining(file),
    })
  }
  expect(readdirSync(folder).sort()).toEqual(['plain', 'taken.prom'])
})

test('each job is pushed to a group of its own, with the password of the URL as a header', async () => {
  const server = await listener(() => ({ status: 202 }))
  const gateway = new Secret(server.url.replace('http://', 'http://me:p%40ssword@'))
  const options = { signal: new AbortController().signal, environment: {} }
  await pushMetrics(gateway, 'app-db', [bytes('app-db', 5)], options)
  expect(server.heard[0]).toMatchObject({
    method: 'POST',
    path: '/metrics/job/holdfast/backup_job/app-db',
    body: metricsText([bytes('app-db', 5)]),
    headers: { authorization: `Basic ${Buffer.from('me:p@ssword').toString('base64')}` },
  })
})

test('a gateway that refuses is an error', async () => {
  const server = await listener(() => ({ status: 400, text: 'inconsistent' }))
  const options = { signal: new AbortController().signal, environment: {} }
  await expect(pushMetrics(new Secret(server.url), 'a', [bytes('a', 1)], options)).rejects.toMatchObject({
    code: 'notification-failed',
    message: 'it answered 400: inconsistent',
  })
})
