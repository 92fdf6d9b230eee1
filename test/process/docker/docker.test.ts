import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { Secret } from '../../../src/domain/secret.ts'
import { systemClock } from '../../../src/process/clock.ts'
import { type DockerClient, dockerClient, runDocker } from '../../../src/process/docker/client.ts'
import { type Container, containerLogs, startContainer } from '../../../src/process/docker/container.ts'
import { copyInto, execIn } from '../../../src/process/docker/exec.ts'
import { addressesOf, inspectContainer } from '../../../src/process/docker/inspect.ts'
import { removeLeftContainers } from '../../../src/process/docker/labels.ts'
import { whenReady } from '../../../src/process/docker/ready.ts'
import { runTool } from '../../../src/process/run-tool.ts'
import { processToken } from '../../../src/process/running-process.ts'
import { type Docker, makeBase, startDocker } from '../../services/docker.ts'

let directory: string
let docker: Docker
let client: DockerClient
const image = 'holdfast-small:1'
const signal = new AbortController().signal
const surroundings = () => ({ environment: docker.environment, signal, clock: systemClock })

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'holdfast-small-'))
  docker = await startDocker({ bridge: true })
  makeBase(join(directory, 'base'))
  await docker.importImage(join(directory, 'base'), image)
  client = dockerClient(surroundings())
})
afterAll(async () => {
  await docker.stop()
  await rm(directory, { recursive: true, force: true })
})

/** A server that answers every connection with a line. */
const serve = ['busybox', 'nc', '-ll', '-p', '7000', '-e', 'echo', 'hello']

async function names(): Promise<string[]> {
  return (await docker.run(['ps', '--all', '--format', '{{.Names}}'])).stdout.split('\n').filter(Boolean)
}

async function within<T>(container: Container, use: (container: Container) => Promise<T>): Promise<T> {
  try {
    return await use(container)
  } finally {
    await container.remove()
  }
}

describe('a throwaway container', () => {
  it('has a port of this host, knows its secrets, and goes with its volumes', async () => {
    const started = await startContainer(client, {
      image,
      purpose: 'test',
      environment: { GREETING: 'good day', PASSWORD: new Secret('hunter2-hunter2') },
      ports: [7000],
      options: ['--volume', '/data'],
      args: serve,
    })
    await within(started, async (container) => {
      expect(container.name).toMatch(/^holdfast-test-[0-9a-f]{12}$/)
      const [address] = await addressesOf(client, container.name, 7000)
      expect(address?.host).toBe('127.0.0.1')
      const answer = await whenReady(container, async () => {
        const { stdout } = await runTool({
          command: 'busybox',
          args: ['nc', '-w', '5', '127.0.0.1', String(address?.port)],
          environment: { PATH: process.env.PATH ?? '' },
          signal,
        })
        return stdout.length > 0 ? stdout.toString() : undefined
      })
      expect(answer).toBe('hello\n')
      const printed = await execIn(client, container.name, ['env'], {}, async (call) => {
        expect(JSON.stringify(call.args)).not.toContain('hunter2')
        return (await runTool(call)).stdout.toString()
      })
      expect(printed).toContain('GREETING=good day\n')
      expect(printed).toContain('PASSWORD=hunter2-hunter2\n')
      expect((await inspectContainer(client, container.name)).running).toBe(true)
    })
    expect(await names()).not.toContain(started.name)
    expect((await docker.run(['volume', 'ls', '--quiet'])).stdout).toBe('')
    await expect(started.remove()).resolves.toBeUndefined()
  })

  it('takes streams, files and secrets of its own in exec', async () => {
    const started = await startContainer(client, { image, purpose: 'test', args: ['sleep', '600'] })
    await within(started, async ({ name }) => {
      const environment = { TOKEN: new Secret('token-of-the-test') }
      const parts = { stdin: 'in\n', environment, user: '65534' }
      const argv = ['sh', '-c', 'cat; echo "$TOKEN"; id -u']
      const { stdout } = await execIn(client, name, argv, parts, (call) => runTool(call))
      expect(stdout.toString()).toBe('in\ntoken-of-the-test\n65534\n')
      await writeFile(join(directory, 'file'), 'content')
      await copyInto(client, name, join(directory, 'file'), '/tmp/file')
      const copied = await execIn(client, name, ['cat', '/tmp/file'], {}, (call) => runTool(call))
      expect(copied.stdout.toString()).toBe('content')
    })
  })

  it('leaves no file with its variables, and refuses those of several lines', async () => {
    const own = await mkdtemp(join(tmpdir(), 'holdfast-env-test-'))
    vi.stubEnv('TMPDIR', own)
    try {
      const plan = { image, purpose: 'test', args: ['true'] }
      const bad = startContainer(client, { ...plan, environment: { KEY: 'one\ntwo' } })
      await expect(bad).rejects.toMatchObject({ code: 'usage', message: expect.stringContaining('KEY') })
      await (await startContainer(client, { ...plan, environment: { KEY: 'one' } })).remove()
      expect(await readdir(own)).toEqual([])
    } finally {
      vi.unstubAllEnvs()
      await rm(own, { recursive: true })
    }
  })

  it('says what it printed when it ends before it is ready', async () => {
    const args = ['sh', '-c', 'echo starting; echo out of memory >&2; exit 3']
    const started = await startContainer(client, { image, purpose: 'test', args })
    await within(started, async (container) => {
      await expect(whenReady(container, async () => undefined)).rejects.toMatchObject({
        code: 'server-not-started',
        message: expect.stringMatching(/ended with status 3 before it was ready: (out of memory|starting)$/),
        context: { logs: expect.arrayContaining(['starting', 'out of memory']) },
      })
      expect((await containerLogs(container)).toSorted()).toEqual(['out of memory', 'starting'])
    })
  })

  it('gives up on one that is never ready', async () => {
    const args = ['sh', '-c', 'echo starting; sleep 600']
    const started = await startContainer(client, { image, purpose: 'test', args })
    await within(started, async (container) => {
      await expect.poll(() => containerLogs(container)).toEqual(['starting'])
      const waiting = whenReady(container, async () => Promise.reject(new Error('refused')), 0)
      await expect(waiting).rejects.toMatchObject({
        code: 'server-not-started',
        message: `${image} was not ready after 0 seconds: starting`,
        cause: { message: 'refused' },
      })
    })
  })
})

describe('what a killed run left', () => {
  it('is removed by the next one; what runs stays', async () => {
    const alive = await startContainer(client, { image, purpose: 'test', args: ['sleep', '600'] })
    await within(alive, async () => {
      const dead = (await processToken()).replace(/-\d+-/, '-4194300-')
      const label = (owner: string, started: string) => [
        ...['run', '--detach', '--label', `holdfast.owner=${owner}`],
        ...['--label', `holdfast.started=${started}`, image, 'sleep', '600'],
      ]
      const now = new Date().toISOString()
      for (const args of [
        label(dead, now),
        label('00000000-1-1', now),
        label('00000000-1-1', '2020-01-01T00:00:00Z'),
        ['run', '--detach', '--name', 'others', image, 'sleep', '600'],
      ]) {
        expect((await docker.run(args)).exitCode).toBe(0)
      }
      expect(await removeLeftContainers(client)).toBe(2)
      const left = await names()
      expect(left).toHaveLength(3)
      expect(left).toEqual(expect.arrayContaining([alive.name, 'others']))
      expect(await removeLeftContainers(client)).toBe(0)
    })
  })
})

describe('what docker refuses', () => {
  it('names an image that cannot be had, and leaves nothing', async () => {
    const before = await names()
    const started = startContainer(client, { image: 'no/such-image:1', purpose: 'test' })
    await expect(started).rejects.toMatchObject({
      code: 'image-unavailable',
      message: expect.stringContaining('no/such-image:1'),
    })
    expect(await names()).toEqual(before)
  })

  it('takes no option for an image', async () => {
    const started = startContainer(client, { image: '--privileged', purpose: 'test' })
    await expect(started).rejects.toMatchObject({
      code: 'usage',
      message: expect.stringContaining('--privileged'),
    })
  })

  it('names a container that is not there', async () => {
    await expect(inspectContainer(client, 'nobody')).rejects.toMatchObject({
      code: 'container-missing',
      message: 'there is no container nobody',
    })
  })

  it('tells a missing client and a daemon that is down', async () => {
    const none = dockerClient(surroundings(), 'no-such-docker')
    await expect(runDocker(none, 'x', ['ps'])).rejects.toMatchObject({ code: 'docker-unavailable' })
    const environment = { ...docker.environment, DOCKER_HOST: `unix://${directory}/nowhere` }
    const down = dockerClient({ ...surroundings(), environment })
    await expect(runDocker(down, 'x', ['ps'])).rejects.toMatchObject({
      code: 'docker-unavailable',
      message: expect.stringContaining('Cannot connect to the Docker daemon'),
      hint: expect.stringContaining('docker-command'),
    })
    const running = runDocker(down, 'x', ['run', '--rm', 'x'])
    await expect(running).rejects.toMatchObject({
      message: expect.stringContaining('Cannot connect to the Docker daemon'),
    })
  })

  it('takes a docker-command of several words', async () => {
    const wrapped = dockerClient(surroundings(), 'env HOLDFAST_WRAPPED=1 docker')
    expect(wrapped.command).toEqual(['env', 'HOLDFAST_WRAPPED=1', 'docker'])
    expect(await runDocker(wrapped, 'x', ['version', '--format', '{{.Server.Version}}'])).toMatch(/^\d+\./)
    expect(await readFile(join(directory, 'file'), 'utf8')).toBe('content')
  })
})
