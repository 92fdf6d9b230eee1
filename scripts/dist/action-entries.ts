import { actions } from '../../src/entry/actions/actions.ts'

const entry = (call: string, name: string, main: string) =>
  `import { ${call} } from '${main}'\n\nawait ${call}('${name}')\n`

/** The two files of each action by their paths in dist: three lines that call the bundle, or whatever `main` is. */
export function actionEntries(main: string): Readonly<Record<string, string>> {
  const files = Object.keys(actions).flatMap((name) => [
    [`${name}/index.js`, entry('action', name, main)],
    [`${name}/post.js`, entry('post', name, main)],
  ])
  return Object.fromEntries(files)
}
