export interface GoldenSettings {
  readonly path: string
  readonly recipients: readonly string[]
  readonly passphrase: string
  readonly signing: { readonly key?: string; readonly trust: readonly string[] }
  readonly source: string
}

/** The holdfast.yml of the golden repository that the command line made. */
export function goldenConfig({ path, recipients, passphrase, signing, source }: GoldenSettings): string {
  return `version: 1
destinations:
  local: { type: filesystem, path: "${path}" }
encryption:
  recipients: [${recipients.join(', ')}]
  passphrase: "${passphrase}"
signing:
${signing.key === undefined ? '' : `  key: \${file:${signing.key}}\n`}  trust: ["${signing.trust.join('", "')}"]
defaults:
  to: [local]
jobs:
  home:
    source: { type: directory, path: "${source}" }
    levels: { 0: monthly, 1: weekly, 2: daily }
    tags: [golden]
  archive:
    source: { type: directory, path: "${source}" }
    package: single
    object-name: "archives/{job}-{time:YYYYMMDD}.tgz.age"
    checksum-file: true
    compression: gzip
  said:
    source: { type: command, run: [printf, "%s\\\\n", one, two, three], media-type: text/plain }
    compression: none
`
}
