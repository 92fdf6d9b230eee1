import type { Stats } from 'node:fs'
import { lstat, readdir, rename, rm } from 'node:fs/promises'
import { HoldfastError } from '../../errors/error.ts'

const join = (directory: Buffer, name: Buffer): Buffer => Buffer.concat([directory, Buffer.from('/'), name])

async function look(path: Buffer): Promise<Stats | undefined> {
  return lstat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
}

interface Move {
  readonly from: Buffer
  readonly to: Buffer
  readonly replaces: boolean
}

async function plan(from: Buffer, to: Buffer, moves: Move[]): Promise<void> {
  for (const name of await readdir(from, { encoding: 'buffer' })) {
    const source = join(from, name)
    const target = join(to, name)
    const [own, other] = [await lstat(source), await look(target)]
    if (own.isDirectory() && other?.isDirectory() === true) await plan(source, target, moves)
    else moves.push({ from: source, to: target, replaces: other !== undefined })
  }
}

/**
 * Moves the tree at `from` into the existing directory `to`; directories that are there stay and are filled. What is
 * in the way is `target-not-empty`, found before anything is moved, unless it may be replaced.
 */
export async function placeInto(from: string, to: string, overwrite: boolean): Promise<void> {
  const moves: Move[] = []
  await plan(Buffer.from(from), Buffer.from(to), moves)
  const inTheWay = moves.filter(({ replaces }) => replaces).map((move) => move.to.toString('utf8'))
  if (inTheWay.length > 0 && !overwrite) {
    throw new HoldfastError('target-not-empty', `${inTheWay[0]} is there already`, {
      hint: 'Restore into a new directory, or add --overwrite to replace what is there.',
      context: { paths: inTheWay.slice(0, 20) },
    })
  }
  for (const move of moves) {
    const [own, other] = [await lstat(move.from), await look(move.to)]
    // A file replaces a file in one step; a directory on either side has to make room first.
    if (other !== undefined && (own.isDirectory() || other.isDirectory()))
      await rm(move.to, { recursive: true })
    await rename(move.from, move.to)
  }
}
