import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { guideScript } from '../catalog/run-guide.ts'
import type { Workspace } from './workspace.ts'

/** All that RESTORE.md says one needs: five programs, a shell and coreutils. `unzstd` and the like are not among them. */
const publicTools = ['age', 'jq', 'zstd', 'gzip', 'tar', 'sh'] as const
const coreutils =
  'base64 basename cat cut echo head ls mkdir mktemp printf rm sha256sum sort tail touch tr'.split(' ')

function pathOf(tool: string): string | undefined {
  const { status, stdout } = spawnSync('sh', ['-c', `command -v ${tool}`], { encoding: 'utf8' })
  return status === 0 && stdout.startsWith('/') ? stdout.trim() : undefined
}

/** Whether this machine has them. */
export const hasPublicTools = publicTools.every((tool) => pathOf(tool) !== undefined)

/** A directory with those tools and nothing else, to be the whole PATH: no node, no holdfast. */
export function barePath(space: Workspace, ...more: readonly string[]): string {
  const directory = space.path('bare-bin')
  mkdirSync(directory)
  for (const tool of [...publicTools, ...coreutils, ...more]) {
    const path = pathOf(tool)
    if (path !== undefined) symlinkSync(path, `${directory}/${tool}`)
  }
  return directory
}

export interface ByHand {
  readonly job: string
  readonly id: string
  readonly out: string
  /** Empty for a passphrase, or where nothing is encrypted. */
  readonly identity: string
  readonly kind?: 'directory' | 'anything else'
  readonly passphrase?: string
  /** A file that holds the passphrase of a 7z archive. */
  readonly ask?: string
}

/** Follows the shell blocks of the RESTORE.md that lies in the repository, with nothing but `path` on PATH. */
export function restoreByHand(
  space: Workspace,
  path: string,
  run: ByHand,
): { stdout: string; stderr: string } {
  const guide = readFileSync(`${space.repository}/RESTORE.md`, 'utf8')
  const script = guideScript(run.kind ?? 'directory', guide)
  const env = {
    PATH: path,
    HOME: space.root,
    TMPDIR: space.root,
    REPO: space.repository,
    JOB: run.job,
    ID: run.id,
    IDENTITY: run.identity,
    OUT: run.out,
    GUIDE: script,
    ...(run.ask === undefined ? {} : { ASK: run.ask }),
  }
  if (run.passphrase === undefined) {
    const { stdout, stderr } = spawnSync(`${path}/sh`, ['-c', script], { encoding: 'utf8', env })
    return { stdout, stderr }
  }
  // age asks on the terminal, so `script` makes one; it is no part of the restore and stays outside PATH.
  const typed = spawnSync(pathOf('script') ?? 'script', ['-qec', `${path}/sh -c "$GUIDE"`, '/dev/null'], {
    encoding: 'utf8',
    env: { ...env, SHELL: `${path}/sh` },
    input: `${run.passphrase}\n`.repeat(3),
  })
  return { stdout: typed.stdout.replaceAll('\r\n', '\n'), stderr: typed.stderr }
}
