import type { Finding } from '../../../domain/finding.ts'
import type { DatabaseProperties } from '../../fingerprint.ts'
import type { Session } from '../connection/session.ts'
import { propertyStatements } from '../server/database-properties.ts'

/** Settings and rights of a new database, which are in no dump. What cannot be given to it is said. */
export async function giveProperties(
  { maintenance, warn }: { readonly maintenance: Session; warn(finding: Finding): void },
  database: string,
  properties: DatabaseProperties,
  rights: boolean,
): Promise<void> {
  const failed: string[] = []
  for (const statement of propertyStatements(database, properties, { rights })) {
    await maintenance.query(statement).catch((error: Error) => void failed.push(error.message))
  }
  if (failed.length === 0) return
  warn({
    severity: 'warning',
    code: 'database-settings',
    message: `${database} did not get ${failed.length} of its settings and rights: ${failed[0]}`,
    hint: 'Make the roles that are missing first and restore again, or set them by hand as the owner of the database.',
    names: [...new Set(failed)],
  })
}
