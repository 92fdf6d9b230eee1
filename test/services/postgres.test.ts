import { describe, expect, it } from 'vitest'
import { startPostgres } from './postgres.ts'
import { hasPostgres } from './postgres-installation.ts'

describe.each([15, 17, 18] as const)('a PostgreSQL %i of a test', (major) => {
  it.skipIf(!hasPostgres(major))('starts, survives a kill, and goes without a trace', async () => {
    const server = await startPostgres({ major, settings: { work_mem: "'5MB'" } })
    try {
      const [row] = await server.query('select current_setting($1) as memory', 'postgres', ['work_mem'])
      expect(row).toEqual({ memory: '5MB' })
      const before = server.pid()
      await server.kill('SIGKILL')
      await expect(server.query('select 1')).rejects.toThrow()
      await server.start()
      expect(server.pid()).not.toBe(before)
      expect(
        await server.query("select current_setting('server_version_num')::int / 10000 as major"),
      ).toEqual([{ major }])
    } finally {
      await server.stop()
    }
  })
})
