import type { Finding } from '../../domain/finding.ts'
import { plural } from '../../report/bytes.ts'
import { adoptedPlaces, readPlace } from '../adopted-chains/places.ts'
import type { CommandContext } from '../context.ts'

/** A destination that only another tool wrote to: it is read, and nothing is tried there. Errors: the store's. */
export async function lookAtAdopted(context: CommandContext, name: string): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const place of adoptedPlaces(context, []).filter((each) => each.name === name)) {
    const { backups, damaged } = await readPlace(context, place)
    const broken = backups.filter((backup) => backup.broken !== undefined).map(({ id }) => id)
    findings.push({
      severity: 'ok',
      code: 'adopted',
      message: `${plural(backups.length, 'backup')} of ${place.dataset} by zrb can be listed and restored`,
    })
    if (broken.length + damaged.length === 0) continue
    findings.push({
      severity: 'warning',
      code: 'adopted-damaged',
      message: `${broken.length + damaged.length} of ${place.dataset} by zrb cannot be restored`,
      hint: 'Look at them with `holdfast list`; cleanup leaves their chains alone.',
      names: [...broken, ...damaged.map(({ key }) => key)],
    })
  }
  return findings
}
