import { type ActionName, actions } from './actions/actions.ts'
import { isNodeTooOld, refuseOldNode } from './actions/node-version.ts'

/** Runs one command line. The command line and each action are loaded when they are needed, so that both start quickly. */
export async function main(argv: readonly string[]): Promise<void> {
  const cli = await import('./cli.ts')
  await cli.main(argv)
}

/** Ends the process: timers of retries or a store's sockets must not keep a finished step alive. */
function end(exitCode: number): never {
  process.exit(exitCode)
}

/** Runs one action, and ends the process. `dist/<name>/index.js` calls this. */
export async function action(name: ActionName): Promise<void> {
  if (isNodeTooOld(process.versions.node)) return refuseOldNode(process.version)
  const [{ runAction }, spec] = await Promise.all([import('./actions/host/run-action.ts'), actions[name]()])
  end(await runAction(spec))
}

/** Gives back what the action's main step left behind, and ends the process. `dist/<name>/post.js` calls this. */
export async function post(name: ActionName): Promise<void> {
  // The main step has said it already.
  if (isNodeTooOld(process.versions.node)) return
  const { runPost } = await import('./actions/host/post.ts')
  end(await runPost(actions[name]))
}
