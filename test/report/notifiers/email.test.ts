import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { Secret } from '../../../src/domain/secret.ts'
import { createNotifier } from '../../../src/report/notifiers/create.ts'
import { tellAll } from '../../../src/report/notifiers/tell-all.ts'
import { mailServer } from '../../services/mail-server.ts'
import { notice, patient, surroundings } from './sample.ts'

const to = ['ops@example.org', 'Boss <boss@example.org>']
const on = ['failure']

function email(settings: object) {
  return createNotifier({ name: 'mail', type: 'email', settings: { to, on, ...settings } }, surroundings)
}

test('a mail by SMTP says in text and HTML what failed', async () => {
  const server = await mailServer()
  const smtp = new Secret(`smtp://127.0.0.1:${server.port}`)
  expect(await tellAll([email({ smtp, from: 'Backups <b@example.org>' })], notice(), patient)).toEqual([])
  const [mail] = server.mails
  expect(mail).toMatchObject({ from: 'b@example.org', to: ['ops@example.org', 'boss@example.org'] })
  const raw = (mail?.raw ?? '').replaceAll('=\r\n', '')
  expect(raw).toContain('Subject: [holdfast] backup of app-db failed in part')
  expect(raw).toContain('X-Priority: 1')
  expect(raw).toContain('Auto-Submitted: auto-generated')
  expect(raw).toContain('Stored:       2.0 GiB (+25 %)')
  expect(raw).toContain('destination offsite failed: <no route> [destination-failed]')
  expect(raw).toContain('destination offsite failed: &lt;no route&gt;')
  expect(raw).toContain('https://github.com/acme/backups/actions/runs/7')
})

test('user and password of the URL are given to a server that wants them', async () => {
  const server = await mailServer('p@ss/wörd-long')
  const password = encodeURIComponent('p@ss/wörd-long')
  const smtp = new Secret(`smtp://holdfast:${password}@127.0.0.1:${server.port}?tls=no`)
  expect(await tellAll([email({ smtp })], notice(), patient)).toEqual([])
  expect(server.mails).toHaveLength(1)
  expect(server.mails[0]?.from).toBe('holdfast@db-1')
})

test('a password is not sent over a line in the clear unless the URL says so', async () => {
  const server = await mailServer('secret-password')
  const smtp = new Secret(`smtp://holdfast:secret-password@127.0.0.1:${server.port}`)
  const [warning] = await tellAll([email({ smtp })], notice(), patient)
  expect(warning?.message).toMatch(/^the notifier mail was not told: the mail server 127\.0\.0\.1 refused: /)
  expect(server.mails).toEqual([])
})

test('a wrong password is a warning that does not show it', async () => {
  const server = await mailServer('right-password')
  const smtp = new Secret(`smtp://holdfast:wrong-password@127.0.0.1:${server.port}?tls=no`)
  const [warning] = await tellAll([email({ smtp })], notice(), patient)
  expect(warning?.message).toContain('refused: 535')
  expect(JSON.stringify(warning)).not.toContain('wrong-password')
})

/** A sendmail of the host's: keeps what it is given. */
function sendmail(exit = 0): { argv: string[]; mail: () => string } {
  const directory = mkdtempSync(join(tmpdir(), 'holdfast-mail-'))
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }))
  const program = join(directory, 'sendmail')
  writeFileSync(program, `#!/bin/sh\necho "$@" > ${directory}/args\ncat > ${directory}/mail\nexit ${exit}\n`)
  chmodSync(program, 0o755)
  const read = (name: string) => readFileSync(join(directory, name), 'utf8')
  return { argv: [program, '-t', '-i'], mail: () => `${read('args')}${read('mail')}` }
}

test('without SMTP the mail goes to sendmail on its standard input', async () => {
  const { argv, mail } = sendmail()
  expect(await tellAll([email({ sendmail: argv })], notice(), patient)).toEqual([])
  expect(mail()).toMatch(/^-t -i\n/)
  expect(mail()).toContain('To: ops@example.org, Boss <boss@example.org>')
  expect(mail()).toContain('Subject: [holdfast] backup of app-db failed in part')
  expect(mail()).not.toContain('\r\n')
})

test('a sendmail that fails is a warning', async () => {
  const [warning] = await tellAll([email({ sendmail: sendmail(75).argv })], notice(), patient)
  expect(warning?.message).toMatch(/^the notifier mail was not told: .*75/)
})

test('a sendmail that is not there says what to install', async () => {
  const nowhere = { environment: { PATH: '/nowhere' }, host: 'db-1' }
  const settings = { to, on, sendmail: ['no-such-sendmail'] }
  const notifier = createNotifier({ name: 'mail', type: 'email', settings }, nowhere)
  const [warning] = await tellAll([notifier], notice(), patient)
  expect(warning?.message).toBe('the notifier mail was not told: no-such-sendmail is not installed')
})
