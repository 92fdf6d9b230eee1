import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { HoldfastError } from '../errors/error.ts'
import { formatBytes, plural } from '../report/bytes.ts'
import type { CleanupResult, ListResult, RestoreResultRecord } from '../report/results.ts'
import { backup } from './backup.ts'
import { cleanup } from './cleanup.ts'
import type { CommandContext } from './context.ts'
import { configText } from './demo/config-text.ts'
import { changeHome, makeHome } from './demo/data.ts'
import { backupText, drillText } from './demo/texts.ts'
import { generateKeys } from './keygen.ts'
import { list } from './list.ts'
import { done, type Outcome } from './outcome.ts'
import { restore } from './restore.ts'
import { verify } from './verify.ts'

/** One line of the demo's table. */
export interface DemoStep {
  readonly step: string
  readonly what: string
  readonly seconds: number
}

const backupOptions = {
  due: false,
  force: false,
  tags: [],
  acceptSize: false,
  dryRun: false,
  onBusy: 'fail',
} as const

/** The first result of a command that must have worked. */
function only<T>({ results, errors }: Outcome): T {
  const [error] = errors
  if (error) throw error
  const [first] = results
  if (first === undefined) throw new HoldfastError('internal', 'the demo got no result')
  return first as T
}

/**
 * `holdfast demo`: the main job in a temporary directory, which is removed unless `keep`. Errors are those of the
 * commands it runs: on a host where the demo fails a backup would fail too.
 */
export async function demo(context: CommandContext, keep: boolean): Promise<Outcome> {
  const directory = await mkdtemp(join(tmpdir(), 'holdfast-demo-'))
  const steps: DemoStep[] = []
  const timed = async (step: string, work: () => Promise<string>) => {
    const started = context.clock.monotonic()
    const what = await work()
    steps.push({ step, what, seconds: (context.clock.monotonic() - started) / 1000 })
  }
  try {
    const home = join(directory, 'home')
    await mkdir(home)
    let inside = context
    await timed('make data', async () => `${plural(await makeHome(home), 'file')} in ${home}`)
    await timed('make keys', async () => {
      const keys = await generateKeys(join(directory, 'keys'), context.clock.now())
      const file = join(directory, 'holdfast.yml')
      await writeFile(file, configText(directory, keys.recipient, 'backup-signing.key', [keys.backupSigning]))
      inside = {
        ...context,
        config: context.readConfig(file),
        stateDirectory: join(directory, 'state'),
        confirm: async () => undefined,
      }
      return 'age identity, state identity, signing keys'
    })
    await timed('back up', async () => backupText(only(await backup(inside, [], backupOptions))))
    await timed('change data', async () => {
      await changeHome(home)
      return '5 files changed, 1 added, a folder of 75 deleted'
    })
    await timed('back up again', async () => backupText(only(await backup(inside, [], backupOptions))))
    await timed('drill', async () => drillText(only(await verify(inside, ['home'], { depth: 'restore' }))))
    await timed('prune (dry run)', async () => {
      const plan = only<CleanupResult>(
        await cleanup(inside, [], {
          dryRun: true,
          exclusive: false,
          force: false,
          stats: false,
          onBusy: 'fail',
        }),
      )
      return `would delete ${plan.deleted.length}, keep ${plan.kept.length}: ${plan.kept[0]?.reason ?? ''}`
    })
    await timed('restore', async () => {
      const to = join(directory, 'restored')
      const options = { to, include: [], overwrite: false, force: false, dryRun: false }
      const { files = 0, bytes } = only<RestoreResultRecord>(await restore(inside, 'home', options))
      const folders = (await readdir(to)).length
      return `${plural(files, 'file')}, ${formatBytes(bytes)} in ${to} (${plural(folders, 'entry', 'entries')})`
    })
    const newest = (await list(inside, ['home'])).results.at(-1) as ListResult
    const proven = newest.proven
      ? `${newest.id} is proven: it was restored and compared`
      : 'nothing is proven'
    return done([
      ...steps,
      { step: 'result', what: proven, proven: newest.proven, directory: keep ? directory : null },
    ])
  } finally {
    if (!keep) await rm(directory, { recursive: true, force: true })
  }
}
