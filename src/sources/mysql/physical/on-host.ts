import { readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { CaptureContext } from '../../../domain/source.ts'
import { makePrivateDirectory } from '../../../process/private-directory.ts'
import { type RunningTool, spawnTool } from '../../../process/spawn.ts'
import { writeOptionFile } from '../connection/option-file.ts'
import type { MysqlSettings } from '../settings.ts'
import { copyArgs } from './argv.ts'
import type { CopyPlan } from './plan.ts'
import type { CopyRunner } from './runner.ts'
import { copyFacts } from './verdict.ts'

/** Runs the tool of this host on the files of this host. */
export async function runOnHost(
  context: CaptureContext,
  settings: MysqlSettings,
  { address, tool, datadir, facts }: CopyPlan,
): Promise<CopyRunner> {
  const optionFile = await writeOptionFile(address, tool.version.flavor)
  const work = await makePrivateDirectory(tmpdir(), 'holdfast-copy')
  const lsnDirectory = join(work, 'lsn')
  let running: RunningTool | undefined
  return {
    tool,
    start({ sinceLsn, onLine }) {
      running = spawnTool({
        command: tool.path,
        args: copyArgs({
          flavor: tool.version.flavor,
          optionFile: optionFile.path,
          targetDirectory: join(work, 'target'),
          lsnDirectory,
          temporary: work,
          parallel: settings.parallel,
          throttle: settings.throttle,
          // MariaDB's tool believes the server alone.
          datadir:
            tool.version.flavor === 'mysql' && datadir !== resolve(facts.datadir) ? datadir : undefined,
          ...(sinceLsn !== undefined && { sinceLsn }),
        }),
        environment: context.environment,
        signal: context.signal,
        cwd: work,
        killAfterMs: 2000,
        maxStall: settings.maxStall,
        onStderrLine: onLine,
      })
      return running
    },
    async facts() {
      const read = (name: string) => readFile(join(lsnDirectory, name), 'utf8').catch(() => '')
      return copyFacts(await read('xtrabackup_checkpoints'), await read('xtrabackup_info'), tool.name)
    },
    async end() {
      await running?.stop()
      await optionFile.remove()
      await rm(work, { recursive: true, force: true })
    },
  }
}
