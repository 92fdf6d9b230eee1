import { makeOddTree } from '../../fixtures/odd-tree.ts'
import { containerOf, containerSas } from '../../services/azure-sas.ts'
import type { Azurite } from '../../services/azurite.ts'
import type { CliOptions } from '../cli.ts'
import { type ConfigOptions, workspace } from '../workspace.ts'
import { type AzureRole, publishedLetters } from './published-sas.ts'

let count = 0

interface RolePlaceOptions extends ConfigOptions {
  /** Backups go to a directory as well. */
  readonly copy?: boolean
}

/** Backups in one container, leases in another, and commands that run with the signatures of one role each. */
export async function rolePlace(azurite: Azurite, { copy = false, ...options }: RolePlaceOptions = {}) {
  count += 1
  const [backups, leases] = [`backups-${count}`, `leases-${count}`]
  for (const name of [backups, leases]) await containerOf(azurite, name).create()
  const space = await workspace()
  makeOddTree(space.source, { files: 40, seed: 3 })
  const at = (container: string, sas: string) =>
    `type: azure, account: ${azurite.account}, endpoint: "${azurite.endpoint}", container: ${container}, sas: "\${${sas}:-}"`
  space.configure({
    ...options,
    destinations: [
      `box: {${at(backups, 'BACKUPS_SAS')}, prefix: prod, lease-destination: locks}`,
      `locks: {${at(leases, 'LEASES_SAS')}}`,
      ...(copy ? [`copy: {type: filesystem, path: ${space.repository}}`] : []),
    ],
    to: copy ? 'box, copy' : 'box',
    top: [
      'signing:',
      '  key: "${SIGNING_KEY:-}"',
      `  trust: ["${space.keys.backupSigning}", "${space.keys.drillSigning}"]`,
    ],
  })
  const sasOf = (role: AzureRole) => containerSas(azurite, backups, publishedLetters(role).backups)
  const environmentOf = (role: AzureRole) => {
    const { leases: letters } = publishedLetters(role)
    return {
      BACKUPS_SAS: sasOf(role),
      LEASES_SAS: letters === '' ? '' : containerSas(azurite, leases, letters),
      SIGNING_KEY: role === 'cleanup' ? '' : space.read(`keys/${role}-signing.key`),
      HOLDFAST_STATE_DIR: space.path(`state-${role}`),
    }
  }
  const ranAs = (role: AzureRole, args: readonly string[], more: Partial<CliOptions> = {}) =>
    space.run([...args, '--json'], { ...more, env: { ...environmentOf(role), ...more.env } })
  return { space, backups, leases, sasOf, ranAs }
}
