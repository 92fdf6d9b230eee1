import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { startDocker } from '../../services/docker.ts'
import { startPostgres } from '../../services/postgres.ts'
import { hasPostgres, postgresPrograms } from '../../services/postgres-installation.ts'
import { has } from '../../services/program.ts'
import { loadServiceImage } from '../../services/service-images.ts'
import { dumpAll } from './streams.ts'

describe.skipIf(!hasPostgres(15, 17) || !has('docker'))('a client of an image', () => {
  it('dumps over TCP and by the socket, shows no password, and leaves no container', async () => {
    const [docker, server] = await Promise.all([startDocker(), startPostgres()])
    const work = fs.mkdtempSync(join(tmpdir(), 'holdfast-pg-image-'))
    try {
      await loadServiceImage(docker, 'postgres', 'postgres:17', 17)
      await server.query('create table items as select generate_series(1, 100) as n')
      const client = { image: 'postgres:17' }
      for (const url of [server.url(), server.socketUrl()]) {
        const dumped = await dumpAll(work, { url, client }, { environment: docker.environment })
        expect(dumped.description).toMatchObject({ serverMajor: 15, restoreNeedsMajor: 17 })
        const restorer = join(postgresPrograms(17) ?? '', 'pg_restore')
        const listed = execFileSync(restorer, ['--list', dumped.files.dump ?? ''], { encoding: 'utf8' })
        expect(listed).toContain('TABLE DATA public items')
        expect(fs.readFileSync(dumped.files.globals ?? '', 'utf8')).toContain('CREATE ROLE postgres')
      }
      const directory = dumpAll(
        work,
        { url: server.url(), client, format: 'directory' },
        { environment: docker.environment },
      )
      await expect(directory).rejects.toMatchObject({ code: 'usage' })
      expect((await docker.run(['ps', '--all', '--quiet'])).stdout).toBe('')
    } finally {
      await Promise.all([docker.stop(), server.stop()])
      fs.rmSync(work, { recursive: true })
    }
  }, 240_000)
})
