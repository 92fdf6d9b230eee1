import { type ActionName, actions } from './actions/actions.ts'
import { isNodeTooOld, refuseOldNode } from './actions/node-version.ts'

/** Runs one command line. The command line and each action are loaded when they are needed, so that both start quickly. */
export async function main(argv: readonly string[]): Promise<void> {
  const cli = await import('./cli.ts')
  await cli.main(argv)
}

/** Runs one action, or its `post` where it ran before in this job. `dist/<name>/index.js` calls this. */
export async function action(name: ActionName): Promise<void> {
  if (isNodeTooOld(process.versions.node)) return refuseOldNode(process.version)
  const [{ runAction }, spec] = await Promise.all([import('./actions/host/run-action.ts'), actions[name]()])
  await runAction(spec)
}
