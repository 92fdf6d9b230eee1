import { runTool } from '../../../process/run-tool.ts'

/** Whom files are to belong to. */
export interface Owner {
  readonly uid: number
  readonly gid: number
}

/** Gives directories and all that is in them to somebody; links themselves, not what they lead to. */
export async function ownTrees(
  paths: readonly string[],
  { uid, gid }: Owner,
  {
    environment,
    signal,
  }: { readonly environment: Readonly<Record<string, string>>; readonly signal: AbortSignal },
): Promise<void> {
  const args = ['-R', '-h', `${uid}:${gid}`, '--', ...paths]
  await runTool({ command: 'chown', args, environment, signal })
}
