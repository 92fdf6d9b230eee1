import fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Certificate, makeCertificate } from '../../services/certificate.ts'
import { type PostgresService, startPostgres } from '../../services/postgres.ts'
import { hasPostgres, unprivileged } from '../../services/postgres-installation.ts'
import { dumpAll } from './streams.ts'

describe.skipIf(!hasPostgres(15))('a server that speaks TLS only', () => {
  let work: string
  let certificate: Certificate
  let server: PostgresService

  beforeAll(async () => {
    work = fs.mkdtempSync(join(tmpdir(), 'holdfast-pg-tls-'))
    certificate = await makeCertificate(work)
    const { cert, key } = certificate
    server = await startPostgres({
      settings: { ssl: 'on', ssl_cert_file: "'server.crt'", ssl_key_file: "'server.key'" },
      hba: ['hostnossl all all 127.0.0.1/32 reject'],
      prepare(data) {
        const owner = unprivileged()
        for (const [from, name] of [
          [cert, 'server.crt'],
          [key, 'server.key'],
        ] as const) {
          const to = join(data, name)
          fs.copyFileSync(from, to)
          fs.chmodSync(to, 0o600)
          if (owner) fs.chownSync(to, owner.uid, owner.gid)
        }
      },
    })
    await server.query('create database app')
    await server.query('create table items as select generate_series(1, 1000) as id', 'app')
  })
  afterAll(async () => {
    await server?.stop()
    fs.rmSync(work, { recursive: true, force: true })
  })

  const dump = (parameters: string, url = server.url('app')) =>
    dumpAll(work, { url: `${url}?${parameters}`, globals: false })

  it.each(['require', 'verify-ca', 'verify-full'])(
    'is dumped with sslmode=%s, by our own session and by pg_dump alike',
    async (mode) => {
      const root = mode === 'require' ? '' : `&sslrootcert=${encodeURIComponent(certificate.cert)}`
      const { fingerprint } = await dump(`sslmode=${mode}${root}`)
      expect(fingerprint.databases[0]?.tables).toMatchObject([{ name: 'public.items', rows: 1000 }])
    },
  )

  it('is refused where its certificate is of nobody that is trusted, or TLS is not spoken', async () => {
    const { cert: other } = await makeCertificate(fs.mkdtempSync(join(work, 'other-')))
    await expect(dump(`sslmode=verify-full&sslrootcert=${encodeURIComponent(other)}`)).rejects.toMatchObject({
      code: 'tls-failed',
    })
    await expect(dump('sslmode=disable')).rejects.toMatchObject({ name: 'HoldfastError' })
    const without = await startPostgres()
    try {
      await expect(dump('sslmode=require', without.url())).rejects.toMatchObject({
        code: 'tls-failed',
        message: expect.stringMatching(/does not speak TLS/),
        hint: expect.stringMatching(/ssl = on/),
      })
      const unnamed = without.url().replace(`:${without.password}`, '')
      await expect(dump('', unnamed)).rejects.toMatchObject({
        code: 'database-login',
        message: expect.stringMatching(/asks postgres for a password, and there is none/),
      })
      await expect(dump('', without.url('no-such'))).rejects.toMatchObject({
        code: 'database-unreachable',
        message: expect.stringMatching(/refuses: database "no-such" does not exist/),
      })
    } finally {
      await without.stop()
    }
  })
})
