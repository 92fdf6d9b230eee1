import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { servicesPath } from '../../scripts/services/directory.ts'
import { findTools } from '../../scripts/vitest/tools.ts'

/** `PATH` with the programs that `npm run setup:services` brought. */
export const path = [servicesPath(), process.env.PATH ?? ''].join(delimiter)

/** Whether all of these tools are on this machine; `describe.skipIf(!has('minio'))` leaves out what needs them. */
export function has(...tools: readonly string[]): boolean {
  const { found } = findTools(path)
  return tools.every((tool) => found.includes(tool))
}

/** A port of 127.0.0.1 that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}

/** A running server with a directory of its own. */
export interface Program {
  readonly port: number
  readonly directory: string
  readonly child: ChildProcess
  /** Ends it and removes its directory. */
  stop(): Promise<void>
}

async function isReady(url: string): Promise<boolean> {
  try {
    await (await fetch(url)).arrayBuffer()
    return true
  } catch (error) {
    // Whoever shows a certificate listens, though nobody may trust it.
    const { cause } = error as { cause?: { code?: string } }
    return /CERT/.test(cause?.code ?? '')
  }
}

export interface ProgramOptions {
  /** Makes what must be there before it starts. */
  prepare?(directory: string): Promise<void>
  args(port: number, directory: string): readonly string[]
  readonly environment?: Readonly<Record<string, string>>
  /** Answers any HTTP request once the server is ready; `/` unless told. */
  readonly ready?: string
  readonly scheme?: 'http' | 'https'
}

/** Somebody else may take the free port first. */
const attempts = 3

/** Starts a server on a free port in a temporary directory and waits until it answers. */
export async function startProgram(command: string, options: ProgramOptions): Promise<Program> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await startOnce(command, options)
    } catch (error) {
      if (attempt === attempts) throw error
    }
  }
}

async function startOnce(command: string, options: ProgramOptions): Promise<Program> {
  const directory = await mkdtemp(join(tmpdir(), `holdfast-${command}-`))
  await options.prepare?.(directory)
  const port = await freePort()
  const child = spawn(command, options.args(port, directory), {
    cwd: directory,
    env: { PATH: path, HOME: directory, ...options.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output = (output + String(chunk)).slice(-4000)
    })
  }
  const ended = once(child, 'exit').catch((error: unknown) => error)
  const isRunning = () => child.exitCode === null && child.signalCode === null && child.pid !== undefined
  const stop = async () => {
    if (isRunning()) {
      child.kill('SIGKILL')
      await ended
    }
    await rm(directory, { recursive: true, force: true })
  }
  const url = `${options.scheme ?? 'http'}://127.0.0.1:${port}${options.ready ?? '/'}`
  for (let tries = 0; tries < 300 && isRunning(); tries++) {
    // What answers may be the one who took the port: then ours has ended.
    if ((await isReady(url)) && isRunning()) return { port, directory, child, stop }
    await pause(100)
  }
  await stop()
  throw new Error(`${command} did not start: ${output}`)
}
