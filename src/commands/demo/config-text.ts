import { join } from 'node:path'

/** The configuration of the demo: one job of a directory, encrypted, signed and drilled. */
export function configText(
  directory: string,
  recipient: string,
  drillKey: string,
  trust: readonly string[],
): string {
  return `# made by holdfast demo
version: 1
destinations:
  local:
    type: filesystem
    path: ${JSON.stringify(join(directory, 'backups'))}
encryption:
  recipients: [${recipient}]
  identity-file: ${JSON.stringify(join(directory, 'keys', 'identity.txt'))}
signing:
  key: "\${file:${join(directory, 'keys', drillKey)}}"
  trust: [${trust.map((key) => JSON.stringify(key)).join(', ')}]
jobs:
  home:
    source:
      type: directory
      path: ${JSON.stringify(join(directory, 'home'))}
    to: [local]
    levels: { 0: monthly, 1: otherwise }
    retention: { keep-daily: 7, keep-weekly: 4, require-proofs: 1 }
    verify: { depth: restore }
`
}
