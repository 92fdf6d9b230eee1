import type { Operation, Remedy, Right, RightChange } from '../../domain/right.ts'
import type { AzureSettings } from './config.ts'
import { accountOf } from './connection-string.ts'

/** In the order in which a SAS wants them. */
const letters: readonly (readonly [Operation, string])[] = [
  ['read', 'r'],
  ['create', 'c'],
  ['replace', 'w'],
  ['delete', 'd'],
  ['list', 'l'],
]

const blobs = 'Microsoft.Storage/storageAccounts/blobServices/containers/blobs'

const dataActions: Readonly<Record<Operation, string>> = {
  list: `${blobs}/read`,
  read: `${blobs}/read`,
  create: `${blobs}/add/action`,
  replace: `${blobs}/write`,
  retain: `${blobs}/immutableStorage/runAsSuperUser/action`,
  delete: `${blobs}/delete`,
}

/** A SAS is for a whole container: the letters of all that a role needs there. */
function sasLetters(needed: readonly Right[]): string {
  const has = (operation: Operation) => needed.some((right) => right.operation === operation)
  return letters.flatMap(([operation, letter]) => (has(operation) ? [letter] : [])).join('')
}

function bySas({ container, account }: { container: string; account: string }, change: RightChange): Remedy {
  const { effect, right, needed } = change
  if (effect === 'deny' && needed.some(({ operation }) => operation === right.operation)) {
    return {
      hint:
        right.operation === 'replace'
          ? 'Keep the leases in a container of their own with lease-destination: then this one needs no w.'
          : 'A SAS is for all of a container. Use an application instead, whose role has a condition (docs/roles.md).',
    }
  }
  return {
    hint: 'Make a SAS with the rights of the role, and set it as sas.',
    command: `az storage container generate-sas --account-name ${account} --name ${container} --permissions ${sasLetters(needed)} --expiry UNTIL --https-only`,
  }
}

/** A path as conditions of role assignments match it. */
function condition(prefix: string | undefined, { operation, places }: Right): string {
  const root = prefix === undefined ? '' : `${prefix}/`
  const tests = places.map((place) => {
    const [how, end] = place === '' || place.endsWith('/') ? ['StringLike', '*'] : ['StringEquals', '']
    return `@Resource[${blobs}:path] ${how} '${root}${place}${end}'`
  })
  const listing = operation === 'read' ? " AND NOT SubOperationMatches{'Blob.List'}" : ''
  return `(!(ActionMatches{'${dataActions[operation]}'}${listing}) OR (${tests.join(' OR ')}))`
}

/** The SAS, or of an application the action and the condition of its role assignment, that gives or takes a right. */
export function remedy(settings: AzureSettings, change: RightChange): Remedy {
  const { container, prefix, account } = settings
  const { effect, right, needed } = change
  const connection = settings['connection-string']
  if (settings['client-id'] === undefined) {
    const named = account ?? (connection && accountOf(connection.reveal())) ?? 'ACCOUNT'
    return bySas({ container, account: named }, change)
  }
  const wanted = needed.find(({ operation }) => operation === right.operation)
  const whole = wanted === undefined || right.operation === 'list' ? undefined : condition(prefix, wanted)
  if (effect === 'deny' && whole === undefined) {
    return {
      hint: 'Take this out of the dataActions of the role that the application has.',
      lines: [dataActions[right.operation]],
    }
  }
  return {
    hint: 'Give the application a role with this under dataActions, and its assignment the condition below it.',
    lines: [dataActions[right.operation], ...(whole === undefined ? [] : [whole])],
  }
}
