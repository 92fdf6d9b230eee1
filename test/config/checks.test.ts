import { describe, expect, it } from 'vitest'
import { directorySource, errorOf, job, load } from './support.ts'

const messages = (text: string) => errorOf(() => load(text)).message.split('\n')

describe('a job', () => {
  it.each([
    [
      'package: 7z',
      [
        'holdfast.yml:7:14 jobs.home.package: 7z needs a spool directory',
        'holdfast.yml:7:14 jobs.home.package: 7z needs encryption.passphrase',
      ],
    ],
    [
      'object-name: "{job}"',
      ['holdfast.yml:7:18 jobs.home.object-name: used only with package: single or 7z'],
    ],
    [
      'adopt: {names: ["old-{time:YYYYMMDD}.tgz", "old.tgz"]}',
      ['holdfast.yml:7:48 jobs.home.adopt.names[1]: names without {time:…} are no series'],
    ],
    ['notify: [ops]', ['holdfast.yml:7:14 jobs.home.notify[0]: there is no notifier ops']],
    ['levels: { 1: weekly }', ['holdfast.yml:7:13 jobs.home.levels: levels begin with 0 and leave none out']],
    [
      'levels: { 0: weekly, 1: weekly }',
      ['holdfast.yml:7:13 jobs.home.levels: each level needs a more frequent slot than the one before'],
    ],
    ['levels: {}', ['holdfast.yml:7:13 jobs.home.levels: levels begin with 0 and leave none out']],
    [
      'retention: { minimum: 2 }',
      ['holdfast.yml:7:16 jobs.home.retention: nothing would be kept: there is no keep- rule'],
    ],
    [
      'retention: { keep-daily: -7 }',
      ['holdfast.yml:7:30 jobs.home.retention.keep-daily: must be at least 0'],
    ],
    ['every: 24', ['holdfast.yml:7:12 jobs.home.every: a duration needs its unit, as in 24h']],
    ['tags: []\ntags: [a]', ['holdfast.yml:8:5: the key stands here twice']],
  ])('with %s', (keys, expected) => {
    expect(messages(job(`${directorySource}\n${keys}`))).toEqual(expected)
  })

  it('needs a source and a destination', () => {
    expect(
      messages('version: 1\ndestinations: { a: { type: filesystem, path: /a } }\njobs: { x: {} }'),
    ).toEqual([
      'holdfast.yml:3:9 jobs.x.source: missing',
      'holdfast.yml:3:9 jobs.x.to: missing: a job needs a destination',
    ])
  })

  it('may have what another key needs in the defaults', () => {
    const more = 'encryption: { passphrase: "${P}" }\ndefaults: { spool: /spool, package: 7z }\n'
    expect(load(job(`${directorySource}\nobject-name: "{job}.7z"`, more)).job('home')).toMatchObject({
      package: '7z',
      spool: '/spool',
    })
  })

  it('may have the names of its destinations in variables', () => {
    const text = job(directorySource).replace('to: [local]', 'to: ["${WHERE:-local}"]')
    expect(load(text).job('home').to).toEqual([{ name: 'local', retention: undefined }])
    const error = errorOf(() =>
      load(text, { WHERE: 'gone' }).prepare({ jobs: ['home'], parts: ['destinations'] }),
    )
    expect(error.code).toBe('destination-unknown')
  })
})

describe('a destination', () => {
  const leases = (other: string) =>
    `version: 1\ndestinations:\n  a: { type: s3, bucket: b, lease-destination: ${other} }\n  locks: { type: filesystem, path: /l }`

  it('may keep its leases at another', () => {
    expect(load(leases('locks')).destination('a')).toMatchObject({ leaseDestination: 'locks' })
  })

  it.each([
    ['a', 'names itself'],
    ['lokcs', 'there is no destination lokcs; did you mean locks?'],
  ])('but not at %s', (other, message) => {
    expect(messages(leases(other))).toEqual([
      `holdfast.yml:3:48 destinations.a.lease-destination: ${message}`,
    ])
  })
})

describe('verify', () => {
  const verify = (keys: string) => load(job(`${directorySource}\nverify: ${keys}`)).job('home').verify

  it.each([
    ['docker', 'docker'],
    ['local', 'local'],
    ['{ image: "postgres:17" }', { image: 'postgres:17' }],
  ])('on %s', (written, server) => {
    expect(verify(`{ server: ${written} }`)?.server).toEqual(server)
  })

  it('on a server by URL keeps it secret', () => {
    expect(JSON.stringify(verify('{ server: { url: "postgres://u:secret-word@h" } }'))).not.toContain(
      'secret-word',
    )
  })
})

describe('notifiers', () => {
  it.each([
    ['{ type: webhook, url: "https://x" }', ['failure', 'recovery', 'stale', 'proof-failed', 'anomaly']],
    ['{ type: email, to: [a@b.c], sendmail: [sendmail, -t], on: [success] }', ['success']],
  ])('%s', (written, on) => {
    const config = load(`version: 1\nnotifiers: { n: ${written} }`)
    expect(config.notifier('n').settings).toMatchObject({ on })
  })

  it('that do not exist are named with the nearest', () => {
    const config = load('version: 1\nnotifiers: { ops: { type: mezmo, ingestion-key: "${K}" } }')
    expect(errorOf(() => config.notifier('osp')).message).toBe('there is no notifier osp; did you mean ops?')
    expect(errorOf(() => config.notifier('ops')).code).toBe('config-variable-missing')
  })
})
