import type { PlaceRecord } from './steps.ts'

type Places = Omit<PlaceRecord, 'owner' | 'abandoned'>

function quoted(path: string): string {
  return `'${path.replaceAll("'", "'\\''")}'`
}

const server = (command: string) => (command === '' ? '(the server)' : command)

const contents = (path: string) => `find ${quoted(path)} -mindepth 1 -maxdepth 1 ! -name lost+found`

/** What a directory holds goes into a fresh one. */
const aside = (from: string, to: string) =>
  `mkdir -p ${quoted(to)}; ${contents(from)} -exec mv -t ${quoted(to)} -- {} +`

/** Files of `from` come into `to`; those that are there already are replaced, or left where `keep`. */
const merge = (from: string, to: string, keep = false) =>
  `mkdir -p ${quoted(to)}; cp ${keep ? '-an' : '-a'} ${quoted(`${from}/.`)} ${quoted(`${to}/`)}`

/** Where directories are renamed each lies in one place or another, whatever the step. */
function renamesBack({ datadir, safety, staging }: Places): string {
  const away = `[ ! -e ${quoted(datadir)} ] || mv -T ${quoted(datadir)} ${quoted(`${staging}-failed`)}`
  return `[ ! -e ${quoted(safety)} ] || { ${away}; mv -T ${quoted(safety)} ${quoted(datadir)}; }`
}

function renamesOn({ datadir, safety, staging }: Places): string {
  const away = `[ -e ${quoted(safety)} ] || [ ! -e ${quoted(datadir)} ] || mv -T ${quoted(datadir)} ${quoted(safety)}`
  return `[ ! -e ${quoted(staging)} ] || { ${away}; mv -T ${quoted(staging)} ${quoted(datadir)}; }`
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
  outside.map(({ path, safety }) => `[ ! -e ${quoted(safety)} ] || mv -T ${quoted(safety)} ${quoted(path)}`)

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
