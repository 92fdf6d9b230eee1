import { execFileSync } from 'node:child_process'
import {
  chownSync,
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CaptureContext, ChainLink } from '../../../src/domain/source.ts'
import { mysqlConfig } from '../../../src/sources/mysql/config.ts'
import { createMysqlSource } from '../../../src/sources/mysql/source.ts'
import { sourceContext } from '../../fakes/capture.ts'
import { type Docker, startDocker } from '../../services/docker.ts'
import { startMariadb } from '../../services/mariadb.ts'
import { has } from '../../services/program.ts'
import { loadServiceImage } from '../../services/service-images.ts'
import { type Captured, capture } from './capture.ts'
import { mariadbIn, type ServerInContainer } from './server-in-container.ts'
import { fillShop } from './shop.ts'

const image = 'mariadb:10.11'

describe.skipIf(
  !has('mariadb', 'mariadb-client', 'mariadb-backup', 'docker', 'busybox') || process.getuid?.() !== 0,
)("the data of a container, and the host's tools", { timeout: 180_000 }, () => {
  let docker: Docker
  let work: string
  let copy: Captured

  beforeAll(async () => {
    work = mkdtempSync(join(tmpdir(), 'holdfast-mysql-test-'))
    for (const name of ['copy', 'state', 'scratch', 'tar']) mkdirSync(join(work, name))
    docker = await startDocker({ bridge: true })
    await loadServiceImage(docker, 'mariadb', image)
  }, 180_000)
  afterAll(async () => {
    await docker?.stop()
    rmSync(work, { recursive: true, force: true })
  })

  const context = (): CaptureContext & ReturnType<typeof sourceContext> => {
    const base = sourceContext()
    return {
      ...base,
      environment: { ...base.environment, ...docker.environment, PATH: base.environment.PATH ?? '' },
      stateDirectory: join(work, 'state'),
      scratch: work,
      level: 0,
      repository: '0123456789abcdef',
      index: { add: () => undefined },
      allowUnread: [],
    }
  }
  const sourceOf = ({ name, password }: ServerInContainer, more: Record<string, unknown> = {}) =>
    createMysqlSource(
      mysqlConfig.parse({
        type: 'mysql',
        method: 'physical',
        container: name,
        user: 'root',
        password,
        ...more,
      }),
    )
  const audit = async (server: ServerInContainer) => (await server.rows('SELECT what FROM shop.audit')).flat()

  it('are copied where they are mounted at the same path, while others write', async () => {
    // Made here, so that the server in the container has it where this host has it.
    const origin = await startMariadb()
    await fillShop(origin)
    await origin.halt()
    try {
      const data = origin.datadir
      execFileSync('chown', ['-R', '999:999', data])
      chownSync(origin.directory, 999, 999)
      const server = await mariadbIn(docker, {
        ...{ name: 'same_path', image, password: origin.password },
        options: ['--volume', `${data}:${data}`, '--entrypoint', 'mariadbd'],
        args: ['--user=mysql', `--datadir=${data}`],
      })
      let writing = true
      const writer = (async () => {
        for (let at = 0; writing; at++) await server.run(`INSERT INTO shop.audit VALUES ('meanwhile ${at}')`)
      })()
      try {
        copy = await capture(sourceOf(server, { datadir: data }), join(work, 'copy'), { context: context() })
      } finally {
        writing = false
        await writer
      }
      expect(copy.link.description).toMatchObject({ method: 'physical' })
      const drilled = await sourceOf(server).drill(context(), [copy.link], {
        scratch: join(work, 'scratch'),
        server: { type: 'local' },
      })
      expect(drilled.checks.filter(({ result }) => result !== 'passed')).toEqual([])
      await docker.run(['rm', '--force', '--volumes', server.name])
    } finally {
      await origin.stop()
    }
  })

  it("are not mistaken for the host's own, where they are mounted elsewhere", async () => {
    const data = join(work, 'mapped')
    mkdirSync(data)
    const server = await mariadbIn(docker, {
      name: 'mapped',
      image,
      options: ['--volume', `${data}:/var/lib/mysql`],
    })
    for (const more of [{}, { datadir: data }]) {
      await expect(sourceOf(server, more).capture(context())).rejects.toMatchObject({
        code: 'usage',
        message: expect.stringContaining('/var/lib/mysql'),
        hint: expect.stringContaining('via: exec'),
      })
    }
    await docker.run(['rm', '--force', '--volumes', server.name])
  })

  describe('restored', () => {
    let server: ServerInContainer
    const data = () => join(work, 'live')
    const beside = (part: string) =>
      readdirSync(work).filter((name) => name.startsWith(`live.holdfast-${part}`))
    const restore = (password: string, link?: ChainLink) => {
      const source = sourceOf({ ...server, password })
      const here = context()
      const target = { type: 'container', container: server.name } as const
      const options = { target, include: [], overwrite: true }
      return {
        here,
        done: link
          ? source.restoreForeign?.(here, link, options)
          : source.restore(here, [copy.link], options),
      }
    }

    beforeAll(async () => {
      mkdirSync(data())
      server = await mariadbIn(docker, {
        name: 'live',
        image,
        options: ['--volume', `${data()}:/var/lib/mysql`],
      })
      await fillShop(server)
      await server.run("INSERT INTO shop.audit VALUES ('the old data')")
    }, 120_000)

    it('are undone when the container does not come up on them', async () => {
      // Its entry point wants a file that only the old data has.
      writeFileSync(join(data(), 'start.sql'), 'DO 0;\n')
      await docker.run(['rm', '--force', server.name])
      server = await mariadbIn(docker, {
        ...{ name: 'live', image },
        options: ['--volume', `${data()}:/var/lib/mysql`],
        args: ['--init-file=/var/lib/mysql/start.sql'],
      })
      await expect(restore(server.password).done).rejects.toMatchObject({
        code: 'restore-failed',
        message: expect.stringMatching(/was undone.*container live did not come up/),
      })
      expect(await audit(server)).toContain('the old data')
      expect([...beside('safety'), ...beside('new')]).toEqual([])
    })

    it('also from an archive that was prepared before it was packed', async () => {
      await docker.run(['rm', '--force', server.name])
      server = await mariadbIn(docker, {
        name: 'live',
        image,
        options: ['--volume', `${data()}:/var/lib/mysql`],
      })
      const folder = join(work, 'tar', 'octeth-backup-2026-02-08_02-15-00')
      mkdirSync(folder)
      const unpack = 'mbstream'
      execFileSync(unpack, ['-x', '-C', folder], { input: readFileSync(copy.file('copy')) })
      const tool = 'mariadb-backup'
      execFileSync(tool, ['--no-defaults', '--prepare', `--target-dir=${folder}`], { stdio: 'pipe' })
      const archive = join(work, 'old.tar')
      execFileSync('tar', ['-cf', archive, '-C', join(work, 'tar'), 'octeth-backup-2026-02-08_02-15-00'])
      const link: ChainLink = {
        ...copy.link,
        id: 'old.tar',
        streams: [{ name: 'archive', mediaType: 'application/x-tar', bytes: 0 }],
        description: {},
        open: () => createReadStream(archive),
      }
      const password = 'test-password-of-root'
      const { here, done } = restore(password, link)
      await done
      expect(here.findings.map(({ code }) => code)).toEqual(['safety-copy'])
      expect(existsSync(join(work, beside('safety')[0] ?? '', 'start.sql'))).toBe(true)
      const copied = { ...server, password }
      const found = await sourceOf(copied).preflight(context())
      expect(found.find(({ code }) => code === 'server-found')?.severity).toBe('ok')
      const count = await docker.run([
        ...[
          'exec',
          server.name,
          'mariadb',
          '-uroot',
          `-p${password}`,
          '-N',
          '-e',
          'SELECT what FROM shop.audit',
        ],
      ])
      expect(count.stdout).toContain('meanwhile 0')
      expect(count.stdout).not.toContain('the old data')
    })
  })
})
