import { type AzureSetting, azureSettings } from '../../config/config.ts'
import { quoted } from './yaml-text.ts'

/** A variable, or the file that it was mounted as: the secret itself never gets into the configuration. */
function reference({ name, file }: AzureSetting): string {
  return file === undefined ? `\${${name}}` : `\${file:${file}}`
}

/**
 * The `holdfast.yml` that does what an Azure directory backup did by its environment: the same names, the same age. The
 * connection string stays where it is. Errors: `config-invalid`, `config-file-unreadable`.
 */
export function azureDirectoryText(
  environment: Readonly<Record<string, string | undefined>>,
  cwd: string,
): { readonly text: string; readonly job: string } {
  const { connection, container, days, path, job, timezone } = azureSettings(environment, cwd)
  const text = `# From the environment of an Azure directory backup. docs/migration/azure-directory.md says what more there is.
version: 1
timezone: ${timezone}   # of the times in names

destinations:
  azure:
    type: azure
    container: ${quoted(container)}   # made when it is not there
    connection-string: ${reference(connection)}

# As it was: whoever reads the container reads the data. \`holdfast keygen\` makes keys, and this would encrypt:
#   encryption: { recipients: [age1…] }        and an object-name that ends in .tgz.age
encryption: none

jobs:
  ${job}:
    source: { type: directory, path: ${quoted(path)} }
    to: [azure]
    # One archive that \`tar -xzf\` reads. Older ones of this name, whoever wrote them, are listed, restored and pruned too.
    package: single
    object-name: "{basename}_{time:YYYYMMDDHHMMSS}.tgz"
    compression: { type: gzip, level: 9 }
    levels: { 0: otherwise }   # always full
    retention: { keep-within: ${days}d }   # counted from the newest, which always stays
`
  return { text, job }
}
