import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Docker, startDocker } from '../../services/docker.ts'
import { has } from '../../services/program.ts'
import { loadServiceImage } from '../../services/service-images.ts'
import { mariadbIn, type ServerInContainer } from '../../sources/mysql/server-in-container.ts'
import { fillShop } from '../../sources/mysql/shop.ts'
import { cli } from '../cli.ts'

const image = 'mariadb:10.11'
const container = 'oempro_mysql'

/** Inserts rows until it is stopped; tells how many there were. */
function writer(server: ServerInContainer): () => Promise<number> {
  let running = true
  const working = (async () => {
    let written = 0
    for (; running; written++) await server.run(`INSERT INTO shop.audit VALUES ('meanwhile ${written}')`)
    return written
  })()
  return () => {
    running = false
    return working
  }
}

/** Predecessor 5 where it is used most: its server runs in a container, and is written to all the while. */
describe.skipIf(
  !has('mariadb', 'mariadb-client', 'mariadb-backup', 'docker', 'busybox') || process.getuid?.() !== 0,
)('a MySQL hot backup of a container', { timeout: 240_000 }, () => {
  let docker: Docker
  let root: string
  let server: ServerInContainer

  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), 'holdfast-xtrabackup-'))
    mkdirSync(join(root, 'data'))
    docker = await startDocker({ bridge: true })
    await loadServiceImage(docker, 'mariadb', image)
    server = await mariadbIn(docker, {
      name: container,
      image,
      options: ['--volume', `${join(root, 'data')}:/var/lib/mysql`],
    })
    await fillShop(server)
    writeFileSync(
      join(root, 'holdfast.yml'),
      `version: 1
destinations:
  local: { type: filesystem, path: ${join(root, 'backups')} }
encryption: none
jobs:
  octeth:
    source: { type: mysql, method: physical, container: ${container}, via: exec, user: root, password: "\${MYSQL_ROOT_PASSWORD}" }
    to: [local]
    package: single
    object-name: "{tier}/octeth-backup-{time:YYYY-MM-DD_HH-MM-SS}.xbstream.gz"
    checksum-file: true
    compression: { type: gzip, level: 6 }
    retention: { keep-daily: 7, keep-weekly: 4, keep-monthly: 6, week-day: sunday, month-day: 1, require-proofs: 0 }
    verify: { depth: restore, server: docker, checks: [{ sql: "select count(*) from information_schema.tables", min: 1 }] }
`,
    )
  }, 240_000)
  afterAll(async () => {
    await docker?.stop()
    if (root) rmSync(root, { recursive: true, force: true })
  })

  const run = (args: readonly string[]) =>
    cli([...args, '--json'], {
      cwd: root,
      env: { ...docker.environment, MYSQL_ROOT_PASSWORD: server.password },
    })
  const audit = async () => (await server.rows('SELECT what FROM shop.audit')).flat()

  test('backed up while it is written to, listed, drilled, and restored into its container', async () => {
    const stopWriting = writer(server)
    await server.run("INSERT INTO shop.audit VALUES ('before the backup')")
    const ran = await run(['backup'])
    const written = await stopWriting()
    expect(ran.json.errors).toEqual([])
    expect(ran.json.results[0]).toMatchObject({ job: 'octeth', level: 0, status: 'success' })
    expect(written).toBeGreaterThan(1)
    expect(ran.stdout + ran.stderr).not.toContain(server.password)
    const [tier = ''] = readdirSync(join(root, 'backups')).filter((name) =>
      /^(?:daily|weekly|monthly)$/.test(name),
    )
    expect(readdirSync(join(root, 'backups', tier)).sort()).toEqual([
      expect.stringMatching(/^octeth-backup-.*\.xbstream\.gz$/),
      expect.stringMatching(/^octeth-backup-.*\.xbstream\.gz\.sha256$/),
    ])

    const drilled = await run(['drill', 'octeth'])
    expect(drilled.json.errors).toEqual([])
    expect(drilled.json.results[0]).toMatchObject({ result: 'passed', depth: 'restore' })

    await server.run("INSERT INTO shop.audit VALUES ('after the backup')", 'DROP TABLE shop.log')
    const place = ['restore', 'octeth', '--to', `container:${container}`, '--overwrite']
    const asked = await run(place)
    expect(asked.exitCode).toBe(7)
    expect(await audit()).toContain('after the backup')
    const restored = await run([...place, '--yes'])
    expect(restored.json.errors).toEqual([])
    expect(restored.json.warnings.map(({ code }) => code)).toContain('safety-copy')
    expect(await audit()).toContain('before the backup')
    expect(await audit()).not.toContain('after the backup')
    expect(await server.rows('SELECT count(*) >= 0 FROM shop.log')).toEqual([['1']])
    const { uid, gid } = statSync(join(root, 'data', 'ibdata1'))
    expect([uid, gid]).toEqual([999, 999])
    expect(readdirSync(root).filter((name) => name.startsWith('data.holdfast-safety'))).toHaveLength(1)

    const cleaned = await run(['cleanup', '--dry-run', '--verbose', '--stats'])
    expect(cleaned.json.results[0]).toMatchObject({ deleted: [], kept: [{ reason: expect.any(String) }] })
  })
})
