import { existsSync } from 'node:fs'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { SourceContext } from '../../../domain/source.ts'
import { HoldfastError } from '../../../errors/error.ts'
import { runTool } from '../../../process/run-tool.ts'
import { noticeOf } from '../physical/messages.ts'
import { findCopyTool } from '../physical/tool.ts'
import { isAtLeast } from '../server/flavor.ts'
import type { MysqlSettings } from '../settings.ts'
import { readDefaults } from './defaults.ts'
import type { Staged } from './origin.ts'
import { directoryVariables, outsideOf } from './outside.ts'
import { giveTo, type Ids } from './owner.ts'

/** How staged data gets to a data directory whose server keeps files elsewhere as well. */
export interface MoveBack {
  /**
   * Whole paths of the files outside of the data directory that will be written, and of those there that have to go. To be
   * asked once the server is down.
   */
  places(): Promise<readonly string[]>
  /** Moves everything to where it belongs, `places` among that; nothing of it may be there. */
  run(context: SourceContext, places: readonly string[]): Promise<void>
}

interface Target {
  readonly staging: string
  readonly datadir: string
  readonly container?: string
  readonly owner: Ids | undefined
}

function refuse(names: readonly string[], hint: string): HoldfastError {
  return new HoldfastError(
    'restore-failed',
    `the copy has files outside of its data directory: ${names.join(', ')}`,
    {
      hint,
      context: { outside: names },
    },
  )
}

/** Files of the staging directory that an option sends elsewhere. */
const files: Readonly<Record<(typeof directoryVariables)[number], RegExp>> = {
  innodb_undo_directory: /^undo\d{3}$/,
  innodb_log_group_home_dir: /^ib_logfile\d+$/,
  innodb_data_home_dir: /^ibdata\d+$/,
  aria_log_dir_path: /^aria_log(?:_control|\.\d+)$/,
}

async function placesOf(
  { staging, datadir }: Target,
  { remote }: Staged,
  defaults: ReadonlyMap<string, string>,
): Promise<string[]> {
  const places = new Set(remote.values())
  const staged = await readdir(staging)
  for (const variable of directoryVariables) {
    const directory = resolve(datadir, defaults.get(variable) ?? '.')
    if (directory === resolve(datadir)) continue
    // What the old server has there goes too, be it more: a redo log that is not of the new data would spoil it.
    const there = await readdir(directory).catch(() => [])
    for (const name of [...staged, ...there])
      if (files[variable].test(name)) places.add(join(directory, name))
  }
  return [...places]
}

/** Writes the links anew, and makes the directories that they lead to; returns those that were not there. */
async function link({ staging }: Target, { remote }: Staged): Promise<string[]> {
  const made: string[] = []
  for (const [name, path] of remote) {
    await writeFile(join(staging, `${name}.isl`), path)
    const first = await mkdir(dirname(path), { recursive: true })
    if (first !== undefined) made.push(first)
  }
  return made
}

async function runTheTool(context: SourceContext, tool: string, file: string, target: Target): Promise<void> {
  const { staging, datadir } = target
  await mkdir(datadir, { recursive: true, mode: 0o700 })
  let completed = false
  await runTool({
    command: tool,
    args: [`--defaults-file=${file}`, '--move-back', `--target-dir=${staging}`, `--datadir=${datadir}`],
    environment: context.environment,
    signal: context.signal,
    cwd: staging,
    onStderrLine: (line) => {
      if (noticeOf(line) === 'completed') completed = true
    },
  })
  if (completed) return
  throw new HoldfastError('restore-failed', 'the tool moved the files without saying "completed OK!"', {
    hint: 'Look at the directories that the my.cnf of the server names.',
  })
}

/**
 * Plans how a copy with files outside of the data directory is put in place: by the tool's own `--move-back` and the my.cnf
 * of the server. Undefined where there are none. Errors: `restore-failed` where that cannot be done, `usage` for a my.cnf
 * of another data directory.
 */
export async function planMoveBack(
  context: SourceContext,
  settings: MysqlSettings,
  target: Target,
  staged: Staged,
): Promise<MoveBack | undefined> {
  const { defaultsFile } = settings
  const names = await outsideOf(target.staging, staged)
  const inside =
    'add --force to put everything into the data directory, for a server whose my.cnf names no other'
  if (defaultsFile === undefined && names.length === 0) return undefined
  if (target.container !== undefined) {
    if (names.length === 0) return undefined
    throw refuse(names, `Restore it to a data directory of this host (--to datadir:PATH), or ${inside}.`)
  }
  if (defaultsFile === undefined) {
    throw refuse(names, `Set defaults-file: of the source to the my.cnf of the server, or ${inside}.`)
  }
  const { version } = staged
  const tool = await findCopyTool(context, version)
  const defaults = await readDefaults(context, tool.path, resolve(defaultsFile))
  const said = defaults.get('datadir')
  if (said !== undefined && resolve(said) !== target.datadir) {
    throw new HoldfastError(
      'usage',
      `${defaultsFile} is for the data directory ${said}, not ${target.datadir}`,
      {
        hint: 'Restore to the directory that the my.cnf names, or leave out defaults-file.',
        context: { datadir: said },
      },
    )
  }
  const places = () => placesOf(target, staged, defaults)
  const now = await places()
  if (now.length === 0) return undefined
  // Before 10.6, and in MySQL, the dictionary holds the paths of tables as well.
  if (version.flavor !== 'mariadb' || !isAtLeast(version, 10, 6)) {
    throw refuse(
      names.length > 0 ? names : now,
      `With ${version.flavor} ${version.text} that is done by hand: restore to a new directory with --force, then run the tool with --move-back.`,
    )
  }
  return {
    places,
    async run(later, written) {
      const made = await link(target, staged)
      await runTheTool(later, tool.path, resolve(defaultsFile), target)
      const { owner, datadir } = target
      // Across disks the tool copies, and the copies are root's.
      if (owner)
        for (const path of [datadir, ...made, ...written.filter(existsSync)]) await giveTo(later, path, owner)
    },
  }
}
