import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { actionEntries } from '../../scripts/dist/action-entries.ts'

const root = resolve(import.meta.dirname, '..', '..')

/**
 * Puts what `uses: OWNER/holdfast/…` reads into a directory: every action.yml, the launcher, and a dist of three lines
 * each. Its entries import the sources, so that a test sees them without a build; with `HOLDFAST_TEST_DIST=1` they are
 * this check-out's own dist.
 */
export function actionRepository(directory: string): string {
  mkdirSync(directory, { recursive: true })
  for (const name of ['action.yml', 'actions', 'bin', 'package.json']) {
    cpSync(join(root, name), join(directory, name), { recursive: true })
  }
  if (process.env.HOLDFAST_TEST_DIST === '1') {
    cpSync(join(root, 'dist'), join(directory, 'dist'), { recursive: true })
    return directory
  }
  const main = pathToFileURL(join(root, 'src', 'entry', 'main.ts')).href
  mkdirSync(join(directory, 'dist', 'main'), { recursive: true })
  writeFileSync(join(directory, 'dist', 'main', 'index.js'), `export * from '${main}'\n`)
  for (const [file, text] of Object.entries(actionEntries('../main/index.js'))) {
    mkdirSync(dirname(join(directory, 'dist', file)), { recursive: true })
    writeFileSync(join(directory, 'dist', file), text)
  }
  return directory
}
