import type { GeneratedKeys } from '../keygen.ts'

/** What to print and put into a safe: all that a stranger needs on the worst day, the private key included. */
export function recoverySheet(facts: {
  readonly keys: GeneratedKeys
  readonly identity: string
  readonly destination: string
  readonly host: string
  readonly createdAt: Date
}): string {
  const { keys, identity, destination, host, createdAt } = facts
  return `# Recovery sheet

Print this, or store it in a password manager, **away from ${host} and from the backups**. Whoever holds it can read every
backup. Whoever loses it, and the file it was made from, can read none.

- made: ${createdAt.toISOString()} on ${host}
- backups are in: ${destination}
- encrypted to: ${keys.recipient}
- signed by: ${keys.backupSigning}; proofs by ${keys.drillSigning}

## The private key

    ${identity}

## How to restore

1. On any machine with Node: \`npx holdfast restore JOB --destination ${destination} --identity identity.txt --to DIRECTORY\`,
   where identity.txt holds the private key above. \`holdfast list --destination ${destination}\` shows the jobs.
2. Without Holdfast: \`RESTORE.md\` in the destination says how to do it with age, zstd and tar.
3. Where the destination needs credentials of its own, they are not on this sheet: write down here where they are kept:

## When this sheet is out of date

- After \`holdfast keygen\` and \`holdfast rekey\`: write the new private key onto a new sheet, try it with
  \`holdfast verify --identity FILE\`, and keep this one until no backup is left that only this key opens.
- A passphrase (\`encryption.passphrase\`) opens backups too, and is not on this sheet.
- Backups that moved to another destination: write the new place down.
`
}
