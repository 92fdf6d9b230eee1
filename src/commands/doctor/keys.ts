import { parseSigningKey, parseTrust } from '../../catalog/signing-key.ts'
import { parseIdentities, parseRecipients, recipientOf } from '../../codec/age/keys.ts'
import type { Finding } from '../../domain/finding.ts'
import { plural } from '../../report/bytes.ts'
import type { CommandContext } from '../context.ts'
import { identityText } from '../repository/identities.ts'
import type { Role } from './role-rights.ts'

/** Recipients, the identity where the role has one, and signatures. */
export async function lookAtKeys(context: CommandContext, role: Role | undefined): Promise<Finding[]> {
  const { config } = context
  const findings: Finding[] = []
  const encryption = config.encryption()
  if (encryption.none) {
    findings.push({
      severity: 'warning',
      code: 'not-encrypted',
      message: 'backups are not encrypted',
      hint: 'Run `holdfast keygen` and set encryption.recipients, unless the destination is as safe as the source.',
    })
    return findings
  }
  const recipients = parseRecipients(encryption.recipients)
  findings.push({
    severity: 'ok',
    code: 'recipients',
    message: `encrypted to ${plural(recipients.length, 'recipient')}`,
  })
  const text = role === 'backup' || role === 'cleanup' ? undefined : await identityText(context)
  if (text === undefined)
    findings.push({
      severity: 'info',
      code: 'no-identity',
      message: 'no identity here: this host cannot read backups',
    })
  else {
    const own = await Promise.all(parseIdentities(text).map((identity) => recipientOf(identity)))
    findings.push(
      own.some((recipient) => recipients.includes(recipient))
        ? {
            severity: 'ok',
            code: 'identity',
            message: 'the identity opens what is encrypted to these recipients',
          }
        : {
            severity: 'error',
            code: 'key-mismatch',
            message: 'the identity opens none of the recipients',
            hint: 'Set encryption.identity to the private half of one of encryption.recipients.',
          },
    )
  }
  const { key, trust } = config.signing()
  parseTrust(trust)
  if (key !== undefined) {
    const { keyid } = parseSigningKey(key)
    findings.push(
      trust.length === 0 || trust.includes(keyid)
        ? { severity: 'ok', code: 'signing', message: `signs as ${keyid}` }
        : {
            severity: 'error',
            code: 'signature-untrusted',
            message: `signing.key is ${keyid}, which signing.trust does not list`,
            hint: 'Add it to signing.trust, or what this host writes will not count.',
          },
    )
  } else
    findings.push({
      severity: 'info',
      code: 'unsigned',
      message: 'no signing key: backups and proofs are not signed',
    })
  return findings
}
