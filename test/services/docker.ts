import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'

const exec = promisify(execFile)

export interface DockerResult {
  readonly exitCode: number
  readonly stdout: string
  readonly stderr: string
}

/** A daemon of our own, without firewall rules. */
export interface Docker {
  /** What a client's environment needs to find the daemon. */
  readonly environment: Readonly<Record<string, string>>
  /** The client. Resolves whatever its exit status is. */
  run(args: readonly string[]): Promise<DockerResult>
  start(args: readonly string[]): ChildProcess
  /** Imports a root file system as an image. */
  importImage(root: string, tag: string): Promise<void>
  stop(): Promise<void>
}

/** What the daemon mounted and left, the innermost first. */
function mountsUnder(directory: string): string[] {
  const mounts = readFileSync('/proc/self/mounts', 'utf8').split('\n')
  const places = mounts.map((line) => line.split(' ')[1] ?? '').filter((at) => at.startsWith(`${directory}/`))
  return places.sort((a, b) => b.length - a.length)
}

/** A bridge whose name and addresses no other daemon of this host has. */
function makeBridge(): string {
  for (let tries = 0; tries < 20; tries++) {
    const [a, b] = randomBytes(2)
    const name = `hf${randomBytes(4).toString('hex')}`
    execFileSync('ip', ['link', 'add', name, 'type', 'bridge'])
    try {
      execFileSync('ip', ['address', 'add', `10.${a}.${b}.1/24`, 'dev', name])
      execFileSync('ip', ['link', 'set', name, 'up'])
      return name
    } catch {
      execFileSync('ip', ['link', 'delete', name])
    }
  }
  throw new Error('no bridge could be made')
}

/**
 * Starts dockerd in a temporary directory of its own. Needs root. Without `bridge` containers use the host's network;
 * with it they have addresses, and their ports can be published.
 */
export async function startDocker({ bridge = false }: { readonly bridge?: boolean } = {}): Promise<Docker> {
  const directory = mkdtempSync(join(tmpdir(), 'holdfast-docker-'))
  const at = (name: string) => join(directory, name)
  const network = bridge ? makeBridge() : undefined
  const daemon = spawn(
    'dockerd',
    [
      ...['--data-root', at('data'), '--exec-root', at('exec'), '--pidfile', at('pid')],
      ...['--host', `unix://${at('socket')}`, `--bridge=${network ?? 'none'}`],
      ...['--iptables=false', '--ip6tables=false', '--ip-masq=false'],
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  )
  let log = ''
  daemon.stderr?.on('data', (chunk: Buffer) => {
    log = (log + chunk.toString()).slice(-5000)
  })
  const ended = once(daemon, 'exit')
  const environment = {
    PATH: process.env.PATH ?? '',
    HOME: directory,
    DOCKER_HOST: `unix://${at('socket')}`,
    DOCKER_BUILDKIT: '0',
  }
  const run = async (args: readonly string[]): Promise<DockerResult> => {
    try {
      return { exitCode: 0, ...(await exec('docker', args, { env: environment, maxBuffer: 2 ** 26 })) }
    } catch (error) {
      const { code, stdout = '', stderr = '' } = error as { code?: unknown; stdout?: string; stderr?: string }
      if (typeof code !== 'number') throw error
      return { exitCode: code, stdout, stderr }
    }
  }
  const docker: Docker = {
    environment,
    run,
    start: (args) => spawn('docker', args, { env: environment, stdio: ['ignore', 'pipe', 'pipe'] }),
    async importImage(root, tag) {
      const tar = spawn('tar', ['-C', root, '--numeric-owner', '--owner=0', '--group=0', '-c', '.'], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      const docker = spawn('docker', ['import', '-', tag], {
        env: environment,
        stdio: [tar.stdout, 'ignore', 'inherit'],
      })
      const [code] = await once(docker, 'exit')
      if (code !== 0) throw new Error(`docker import ended with ${code}`)
    },
    async stop() {
      daemon.kill('SIGTERM')
      await ended
      for (const mount of mountsUnder(directory)) execFileSync('umount', ['--lazy', mount])
      if (network !== undefined) execFileSync('ip', ['link', 'delete', network])
      rmSync(directory, { recursive: true, force: true })
    },
  }
  for (let tries = 0; tries < 300; tries++) {
    if (daemon.exitCode !== null) break
    if (existsSync(at('socket')) && (await run(['info'])).exitCode === 0) return docker
    await pause(100)
  }
  await docker.stop()
  throw new Error(`dockerd did not start: ${log}`)
}

/** The shared libraries of programs, as ldd names them. */
function librariesOf(programs: readonly string[]): Set<string> {
  const output = execFileSync('ldd', [...programs], { encoding: 'utf8' })
  return new Set([...output.matchAll(/(?:=> |^\t)(\/\S+)/gm)].map(([, path = '']) => path))
}

/**
 * A root file system of this host's own programs, in place of an image of a registry: busybox, this
 * shell, GNU tar and this Node. It is what `FROM` of the Dockerfile needs and no more.
 */
export function makeBase(root: string): void {
  for (const folder of [
    'usr/bin',
    'usr/local/bin',
    'usr/lib',
    'usr/lib64',
    'etc',
    'tmp',
    'proc',
    'sys',
    'dev',
    'opt',
    'var/lib',
  ])
    mkdirSync(join(root, folder), { recursive: true })
  for (const name of ['bin', 'lib', 'lib64']) symlinkSync(`usr/${name}`, join(root, name))
  chmodSync(join(root, 'tmp'), 0o1777)
  const busybox = execFileSync('sh', ['-c', 'command -v busybox'], { encoding: 'utf8' }).trim()
  const tar = execFileSync('sh', ['-c', 'command -v tar'], { encoding: 'utf8' }).trim()
  // That of busybox would take its own tar for any on the path.
  const shell = realpathSync('/bin/sh')
  copyFileSync(busybox, join(root, 'usr/bin/busybox'))
  for (const applet of execFileSync(busybox, ['--list'], { encoding: 'utf8' }).trim().split('\n'))
    if (!['busybox', 'tar', 'sh'].includes(applet)) symlinkSync('busybox', join(root, 'usr/bin', applet))
  copyFileSync(tar, join(root, 'usr/bin/tar'))
  copyFileSync(shell, join(root, 'usr/bin/sh'))
  copyFileSync(process.execPath, join(root, 'usr/bin/node'))
  for (const library of librariesOf([tar, shell, process.execPath])) {
    const target = join(root, library)
    mkdirSync(dirname(target), { recursive: true })
    copyFileSync(library, target)
  }
}
