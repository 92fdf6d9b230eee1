import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root, runTool } from '../run.ts'
import { actionEntries } from './action-entries.ts'

/** What is bundled: the emitted file and the folder of dist it becomes, each with an index.js of its own. */
const bundles = [
  { from: 'entry/main.js', to: 'main', licenses: true },
  { from: 'entry/volume-worker.js', to: 'worker', licenses: false },
]

/** What `main:` and `post:` of an action.yml name: all of the code is in the one main bundle, loaded when needed. */
function writeActionEntries(out: string): void {
  for (const [file, text] of Object.entries(actionEntries('../main/index.js'))) {
    mkdirSync(dirname(join(out, file)), { recursive: true })
    writeFileSync(join(out, file), text)
  }
}

/**
 * Builds the whole of dist into `out`, which is emptied first.
 *
 * TypeScript 7 has no programming interface for bundlers, so `tsc` emits JavaScript and ncc bundles that. The
 * emitted files always lie in build/: ncc derives the names of lazy chunks from paths relative to the root, and
 * they must not depend on where the bundle goes.
 */
export function bundle(out: string): void {
  rmSync(join(root, 'build'), { recursive: true, force: true })
  rmSync(out, { recursive: true, force: true })
  runTool('tsc', ['-p', 'tsconfig.build.json'])
  for (const { from, to, licenses } of bundles) {
    const input = join('build', from)
    if (!existsSync(join(root, input)))
      throw new Error(`${input} was not emitted: src/${from.replace(/\.js$/, '.ts')} is missing`)
    const options = [
      '--no-cache',
      '--minify',
      '--quiet',
      '--target',
      'es2022',
      ...(licenses ? ['--license', 'licenses.txt'] : []),
    ]
    runTool('ncc', ['build', input, '--out', join(out, to), ...options])
  }
  writeActionEntries(out)
}
