import { quotedWord } from '../../../domain/shell-word.ts'
import type { PlaceRecord } from './steps.ts'

type Places = Omit<PlaceRecord, 'owner' | 'abandoned'>

const server = (command: string) => (command === '' ? '(the server)' : command)

const contents = (path: string) => `find ${quotedWord(path)} -mindepth 1 -maxdepth 1 ! -name lost+found`

/** What a directory holds goes into a fresh one. */
const aside = (from: string, to: string) =>
  `mkdir -p ${quotedWord(to)}; ${contents(from)} -exec mv -t ${quotedWord(to)} -- {} +`

/** Files of `from` come into `to`; those that are there already are replaced, or left where `keep`. */
const merge = (from: string, to: string, keep = false) =>
  `mkdir -p ${quotedWord(to)}; cp ${keep ? '-an' : '-a'} ${quotedWord(`${from}/.`)} ${quotedWord(`${to}/`)}`

/** Where directories are renamed each lies in one place or another, whatever the step. */
function renamesBack({ datadir, safety, staging }: Places): string {
  const away = `[ ! -e ${quotedWord(datadir)} ] || mv -T ${quotedWord(datadir)} ${quotedWord(`${staging}-failed`)}`
  return `[ ! -e ${quotedWord(safety)} ] || { ${away}; mv -T ${quotedWord(safety)} ${quotedWord(datadir)}; }`
}

function renamesOn({ datadir, safety, staging }: Places): string {
  const away = `[ -e ${quotedWord(safety)} ] || [ ! -e ${quotedWord(datadir)} ] || mv -T ${quotedWord(datadir)} ${quotedWord(safety)}`
  return `[ ! -e ${quotedWord(staging)} ] || { ${away}; mv -T ${quotedWord(staging)} ${quotedWord(datadir)}; }`
}

/** Where entries are moved one by one, or copied to another disk, the step says which side has a file whole. */
function piecesBack({ datadir, safety, staging, step }: Places): string | undefined {
  switch (step) {
    case 'moving':
      return merge(safety, datadir, true)
    case 'placing':
    case 'starting':
    case 'rolling-back':
      return `${aside(datadir, `${staging}-failed`)}; ${merge(safety, datadir)}`
    case 'putting-back':
      return merge(safety, datadir)
    default:
      return undefined
  }
}

function piecesOn({ datadir, safety, staging, step }: Places): string | undefined {
  switch (step) {
    case 'stopping':
    case 'moving': {
      const empty = `${contents(datadir)} -exec rm -r -- {} +`
      return `${merge(datadir, safety)} && ${empty}; ${merge(staging, datadir)}`
    }
    case 'placing':
      return merge(staging, datadir)
    default:
      return undefined
  }
}

/** Files that were put aside come back over whatever is in their place. */
const filesBack = ({ outside = [] }: Places) =>
  outside.map(
    ({ path, safety }) => `[ ! -e ${quotedWord(safety)} ] || mv -T ${quotedWord(safety)} ${quotedWord(path)}`,
  )

const around = ({ stop, start }: Places, work: readonly (string | undefined)[]) =>
  [server(stop), ...work.filter((one) => one !== undefined), server(start)].join('; ')

/** The commands that bring the old data back, wherever the restore was interrupted. */
export function commandsBack(places: Places): string {
  const data = places.inPieces ? piecesBack(places) : renamesBack(places)
  return around(places, [data, ...filesBack(places)])
}

/**
 * The commands that finish what was begun; undefined where the old data was on its way back, and where a tool put files
 * into other directories too: what it had moved by then it refuses to move again.
 */
export function commandsOn(places: Places): string | undefined {
  if (places.outside?.length) return undefined
  if (places.step === 'rolling-back' || places.step === 'putting-back') return undefined
  return around(places, [places.inPieces ? piecesOn(places) : renamesOn(places)])
}
