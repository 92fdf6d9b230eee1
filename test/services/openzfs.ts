import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { realpathSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join, resolve } from 'node:path'
import { servicesPath } from '../../scripts/services/directory.ts'
import { path } from './program.ts'

const root = resolve(import.meta.dirname, '..', '..')
const boot = join(root, 'scripts', 'services', 'openzfs', 'boot.sh')

/** What Node compiles of the sources in there, kept for the next boot. */
const compiled = join(root, 'node_modules', '.cache', 'holdfast-openzfs')

/** What one step of a suite inside came to. */
export interface Step {
  readonly name: string
  /** Absent: it passed. */
  readonly error?: string
  readonly seconds: number
}

/** What a boot left behind. */
export interface Boot {
  readonly steps: readonly Step[]
  /** All that the suite printed. */
  readonly output: string
  readonly status: number
}

/** A machine with OpenZFS whose disks, and a folder that both sides see, outlive its boots. */
export interface OpenZfs {
  /** Below it the machine sees the same files, under `/host`. */
  readonly shared: string
  /**
   * Boots it and runs a suite of test/e2e/zfs/inside there, as root, in some twenty seconds and more. With `killAfter` the
   * machine is killed as soon as a step of that name is done: a power cut.
   */
  run(
    suite: string,
    options?: { readonly killAfter?: string; readonly args?: readonly string[] },
  ): Promise<Boot>
  remove(): Promise<void>
}

function stepsIn(text: string): Step[] {
  return text
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .flatMap((line) => {
      try {
        return [JSON.parse(line) as Step]
      } catch {
        return []
      }
    })
}

/** What runs as root in there: this very checkout, by the Node that runs the tests. `/tmp` is another one in there. */
function script(suite: string, shared: string, args: readonly string[]): string {
  const inside = (file: string) => `/host${file}`
  const suiteFile = inside(join(root, 'test', 'e2e', 'zfs', 'inside', `${suite}.ts`))
  const words = [inside(process.execPath), suiteFile, inside(shared), ...args]
  const folders = path.split(delimiter).flatMap((folder) => [folder, inside(folder)])
  return `export PATH=${folders.join(delimiter)} NODE_NO_WARNINGS=1 HOLDFAST_DEV=1
export NODE_COMPILE_CACHE=${inside(compiled)}
cd ${inside(root)}
exec ${words.map((word) => `'${word}'`).join(' ')}
`
}

/** Makes the machine; it boots with each run. */
export async function openZfs(): Promise<OpenZfs> {
  const linux = realpathSync(join(servicesPath(), 'openzfs-uml'))
  const shared = await mkdtemp(join(tmpdir(), 'holdfast-openzfs-'))
  const disks = join(shared, 'disks')
  await mkdir(disks)
  await mkdir(compiled, { recursive: true })
  // Every user has a folder of its own in it.
  await chmod(compiled, 0o1777)
  const running = new Set<ChildProcess>()
  return {
    shared,
    async run(suite, { killAfter, args = [] } = {}) {
      const file = join(shared, 'script')
      const output = join(shared, 'output')
      await rm(join(shared, 'steps'), { force: true })
      await rm(`${output}.status`, { force: true })
      await writeFile(file, script(suite, shared, args))
      const folder = await mkdtemp(join(shared, 'run-'))
      const child = spawn(boot, [dirname(linux), file, output, folder], {
        env: { PATH: path, DISKS: disks, TMPDIR: tmpdir() },
        stdio: 'ignore',
        detached: true,
      })
      running.add(child)
      const ended = once(child, 'exit')
      const steps = async () => stepsIn(await readFile(join(shared, 'steps'), 'utf8').catch(() => ''))
      if (killAfter !== undefined)
        await cutWhen(child, async () => (await steps()).some(({ name }) => name === killAfter))
      await ended
      running.delete(child)
      return {
        steps: await steps(),
        output: await readFile(output, 'utf8').catch(() => ''),
        status: Number(await readFile(`${output}.status`, 'utf8').catch(() => '-1')),
      }
    },
    async remove() {
      for (const child of running) await cut(child)
      await rm(shared, { recursive: true, force: true })
    },
  }
}

/** Ends the machine as a power cut does. It is a process group of its own. */
async function cut(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  process.kill(-child.pid, 'SIGKILL')
  await ended
}

/** Cuts the power once something is so. */
async function cutWhen(child: ChildProcess, isTime: () => Promise<boolean>): Promise<void> {
  const isRunning = () => child.exitCode === null && child.signalCode === null
  while (isRunning() && !(await isTime())) await new Promise((next) => setTimeout(next, 100))
  await cut(child)
}
