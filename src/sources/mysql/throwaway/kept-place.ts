import { chmod } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import type { CopyKeeper } from '../../../domain/copy.ts'
import type { SourceContext } from '../../../domain/source.ts'
import { makePrivateDirectory } from '../../../process/private-directory.ts'
import { pidOfToken } from '../../../process/running-process.ts'
import { mayEnter, unprivilegedUser } from '../../../process/unprivileged.ts'
import { serverUsers } from './home.ts'

/** A directory for the data of a server that outlives the drill: where its user gets in, and nobody tidies up. */
export async function makeKeptPlace(context: SourceContext, keeper: CopyKeeper): Promise<string> {
  const user = await unprivilegedUser(serverUsers)
  let parent = tmpdir()
  for (const candidate of [context.scratch, tmpdir(), '/var/tmp', '/tmp']) {
    if (!(await mayEnter(user, candidate).catch(() => false))) continue
    parent = candidate
    break
  }
  const place = await makePrivateDirectory(parent, 'holdfast-mysqld', pidOfToken(keeper.owner))
  // Its user passes through; the data directory itself is that one's alone.
  if (user) await chmod(place, 0o711)
  return place
}
