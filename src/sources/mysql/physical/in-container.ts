import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import type { CaptureContext } from '../../../domain/source.ts'
import { dockerCall, runDocker, tidyingClient } from '../../../process/docker/client.ts'
import { type RunningTool, spawnTool } from '../../../process/spawn.ts'
import { dockerOf } from '../connection/container.ts'
import { optionFileText } from '../connection/option-file.ts'
import type { MysqlSettings } from '../settings.ts'
import { copyArgs } from './argv.ts'
import { endOfOptions, execScript, factPrefix } from './exec-script.ts'
import { addressInside } from './inside.ts'
import type { CopyPlan } from './plan.ts'
import type { CopyRunner } from './runner.ts'
import { copyFacts } from './verdict.ts'

/** Memory of every container: what is written there reaches no disk. */
const memory = '/dev/shm'

/** Milliseconds between two looks whether the tool is gone, and how often. */
const pause = 200
const looks = 100

/**
 * Runs the tool of the server's own container there, with `docker exec`. Killing that client would leave the tool alone
 * with its locks, so it runs only as long as its stdin is open: see {@link execScript}.
 */
export function runInContainer(
  context: CaptureContext,
  settings: MysqlSettings,
  container: string,
  { address, facts, tool }: CopyPlan,
): CopyRunner {
  const docker = dockerOf(context, settings.dockerCommand)
  const directory = `${memory}/holdfast-copy-${randomBytes(8).toString('hex')}`
  const options = `${optionFileText(addressInside(address, facts), tool.version.flavor)}${endOfOptions}\n`
  const stdin = new Readable({ read: () => undefined })
  const said: Record<string, string> = {}
  let running: RunningTool | undefined
  let ending: Promise<void> | undefined

  const onFact = (line: string): void => {
    const [, name = '', text = ''] = /^(\w+) (.*)$/.exec(line.slice(factPrefix.length)) ?? []
    said[name] = `${said[name] ?? ''}${text}\n`
  }
  async function untilGone(): Promise<void> {
    const tidying = tidyingClient(docker)
    const args = ['exec', container, 'sh', '-c', '[ ! -e "$1" ]', 'sh', directory]
    for (let look = 0; look < looks; look++) {
      const gone = await runDocker(tidying, container, args).then(
        () => true,
        () => false,
      )
      if (gone) return
      await context.clock.sleep(pause, tidying.signal)
    }
  }
  async function end(): Promise<void> {
    stdin.push(null)
    if (running === undefined) return
    await running.stop()
    await untilGone().catch(() => undefined)
  }
  return {
    tool,
    start({ sinceLsn, onLine }) {
      stdin.push(options)
      const argv = copyArgs({
        flavor: tool.version.flavor,
        optionFile: `${directory}/client.cnf`,
        targetDirectory: `${directory}/target`,
        lsnDirectory: `${directory}/lsn`,
        parallel: settings.parallel,
        throttle: settings.throttle,
        ...(sinceLsn !== undefined && { sinceLsn }),
      })
      const script = ['sh', '-c', execScript, 'holdfast', directory, tool.path, ...argv]
      running = spawnTool({
        ...dockerCall(docker, ['exec', '--interactive', container, ...script], { stdin }),
        killAfterMs: 2000,
        maxStall: settings.maxStall,
        onStderrLine: (line) => (line.startsWith(factPrefix) ? onFact(line) : onLine(line)),
      })
      return running
    },
    facts: async () => copyFacts(said.xtrabackup_checkpoints ?? '', said.xtrabackup_info ?? '', tool.name),
    end() {
      ending ??= end()
      return ending
    },
  }
}
