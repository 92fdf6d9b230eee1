import { isTokenGone, processToken } from '../running-process.ts'
import { type DockerClient, runDocker } from './client.ts'

/** On every throwaway container: the process that made it. */
const ownerLabel = 'holdfast.owner'
/** On every throwaway container: when it was made. */
const startedLabel = 'holdfast.started'

/** On one that outlives the process that made it: whose it is. */
const keptLabel = 'holdfast.kept'

/** After this many milliseconds a container goes even where nobody can tell whether its maker lives. */
const oldest = 24 * 3_600_000

/** Whose a container is that outlives its maker: by `id`, until the process `owner` is gone. */
export interface KeptFor {
  readonly id: string
  readonly owner: string
}

/** The arguments of `docker run` that let a later run know what a killed one left. */
export async function ownerLabels({ clock }: DockerClient, kept?: KeptFor): Promise<string[]> {
  return [
    ...['--label', `${ownerLabel}=${kept?.owner ?? (await processToken())}`],
    ...(kept ? ['--label', `${keptLabel}=${kept.id}`] : []),
    ...['--label', `${startedLabel}=${clock.now().toISOString()}`],
  ]
}

/**
 * Removes throwaway containers whose process was killed before it could, and those of other machines and namespaces
 * after a day. Returns how many.
 */
export async function removeLeftContainers(client: DockerClient): Promise<number> {
  const format = `{{.ID}} {{.Label "${ownerLabel}"}} {{.Label "${startedLabel}"}}`
  const listing = await runDocker(client, 'of other runs', [
    ...['ps', '--all', '--no-trunc', '--filter', `label=${ownerLabel}`, '--format', format],
  ])
  let removed = 0
  for (const line of listing.split('\n').filter(Boolean)) {
    const [id = '', owner = '', started = ''] = line.split(' ')
    const age = client.clock.now().getTime() - Date.parse(started)
    if (!(await isTokenGone(owner)) && !(age > oldest)) continue
    await runDocker(client, id, ['rm', '--force', '--volumes', id])
    removed += 1
  }
  return removed
}

/** Removes the containers that were kept by this id. Returns how many. */
export async function removeKeptContainers(client: DockerClient, id: string): Promise<number> {
  const listing = await runDocker(client, 'of this step', [
    ...['ps', '--all', '--no-trunc', '--quiet', '--filter', `label=${keptLabel}=${id}`],
  ])
  const found = listing.split('\n').filter(Boolean)
  for (const container of found) await runDocker(client, container, ['rm', '--force', '--volumes', container])
  return found.length
}
