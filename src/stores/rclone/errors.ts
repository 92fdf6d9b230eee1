import type { ErrorCode } from '../../errors/codes.ts'
import { HoldfastError, hasCode } from '../../errors/error.ts'

/** What a call was for. */
export interface Purpose {
  readonly doing: 'read' | 'write'
  /** The key, or what else it is about. */
  readonly what: string
  /** The remote with its path, as configured. */
  readonly remote: string
}

interface Kind {
  readonly says: RegExp
  readonly code?: ErrorCode
  readonly retryable?: boolean
  readonly message: string
  hint(purpose: Purpose): string
}

const nameOf = ({ remote }: Purpose) => remote.slice(0, remote.indexOf(':'))

/** By what rclone and the clouds say; the first that fits. */
const kinds: readonly Kind[] = [
  {
    says: /directory not found|InvalidBucketName|NoSuchBucket|ContainerNotFound/i,
    code: 'bucket-missing',
    message: 'the bucket or directory is not there',
    hint: ({ remote }) => `Make it: \`rclone mkdir ${remote}\`, or correct \`remote:\` of the destination.`,
  },
  {
    says: /didn't find section in config file|didn't find backend called/i,
    code: 'store-unreachable',
    message: 'rclone does not know the remote',
    hint: (purpose) =>
      `Make the remote ${nameOf(purpose)} with \`rclone config\`, or set RCLONE_CONFIG to the file that has it; \`rclone listremotes\` shows what there is.`,
  },
  {
    says: /(decrypt|password for) .{0,40}config|unable to decrypt configuration/i,
    code: 'store-unreachable',
    message: "rclone's configuration is encrypted",
    hint: () => 'Set RCLONE_CONFIG_PASS or RCLONE_PASSWORD_COMMAND for the user that runs Holdfast.',
  },
  {
    says: /Failed to load config file/i,
    code: 'store-unreachable',
    message: "rclone's configuration cannot be read",
    hint: () => 'Mend the file, or set RCLONE_CONFIG to another; `rclone config file` says which it is.',
  },
  {
    says: /x509:|certificate/i,
    code: 'tls-failed',
    message: 'the certificate of the server is not trusted',
    hint: () => 'Set RCLONE_CA_CERT to the file of the authority that signed it.',
  },
  {
    says: /no space left|quota|insufficient.?storage|storage.{0,20}(full|exceeded)|cap exceeded/i,
    code: 'disk-full',
    message: 'no space is left',
    hint: ({ remote }) =>
      `Make room at ${remote}, raise its quota, or let \`holdfast cleanup\` remove what may go.`,
  },
  {
    says: /RequestTimeTooSkewed|clock|time.{0,20}skew/i,
    code: 'clock-skew',
    message: 'the clock of this host is wrong',
    hint: () => 'Set the clock of this host: `timedatectl set-ntp true`.',
  },
  {
    says: /read-only file system/i,
    message: 'it is read-only',
    hint: ({ remote }) => `Mount what ${remote} stands on read-write.`,
  },
  {
    says: /unauthori[sz]ed|InvalidAccessKeyId|SignatureDoesNotMatch|InvalidToken|ExpiredToken|invalid_grant|bad_auth_token|couldn't fetch token|unable to authenticate|handshake failed|login incorrect|AuthenticationFailed|(StatusCode:|status(?: code)?:?) 401/i,
    code: 'store-credentials',
    message: 'the credentials are not accepted',
    hint: (purpose) =>
      `Try \`rclone lsd ${nameOf(purpose)}:\` as the user that runs Holdfast, and correct the credentials with \`rclone config\`.`,
  },
  {
    says: /AccessDenied|Access Denied|forbidden|permission denied|operation not permitted|AuthorizationFailure|(StatusCode:|status(?: code)?:?) 403/i,
    message: 'access is refused',
    hint: (purpose) =>
      `Try \`rclone lsd ${nameOf(purpose)}:\` as the user that runs Holdfast, and grant what it lacks.`,
  },
  {
    says: /timed? ?out|connection (refused|reset|closed)|no such host|network is (down|unreachable)|no route to host|unexpected EOF|\bEOF\b|broken pipe|too many (requests|connections)|SlowDown|ServiceUnavailable|InternalError|try again|temporar|rate.?limit|throttl|(StatusCode:|status(?: code)?:?|error) (429|50\d)|\b50[0234] /i,
    code: 'store-unreachable',
    retryable: true,
    message: 'the remote does not answer as it should',
    hint: ({ remote }) => `See that ${remote} can be reached from this host, and run again.`,
  },
]

/** rclone's words without date, level and prefix. */
function lastWords(lines: readonly string[]): string {
  const line = lines.findLast((each) => !/NOTICE: Config file/.test(each)) ?? ''
  return line
    .replace(/^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d (?:[A-Z]+ *: )?/, '')
    .replace(/^Failed to [a-z]+(?: with \d+ errors: last error was)?: /, '')
    .trim()
    .replace(/\.$/, '')
}

/** Statuses by which rclone says that a directory or an object is not there. */
export const absentStatuses = [3, 4] as const
/** "Temporary errors during operations which may be retried", https://rclone.org/docs/#exit-code */
const temporaryStatus = 5

/** Whether an error of a tool is rclone saying that something is not there. */
export function isAbsence(error: unknown): boolean {
  return (
    hasCode(error, 'tool-failed') && (absentStatuses as readonly unknown[]).includes(error.context.exitStatus)
  )
}

export function notFound(key: string, cause?: unknown): HoldfastError {
  return new HoldfastError('store-not-found', `there is no object ${key}`, { context: { key }, cause })
}

/** What it means that rclone failed. Errors that are not a tool's are returned as they are. */
export function storeError(error: unknown, purpose: Purpose): unknown {
  if (!hasCode(error, 'tool-failed')) return error
  if (isAbsence(error) && purpose.doing === 'read') return notFound(purpose.what, error)
  const { exitStatus, stderr } = error.context
  const lines = Array.isArray(stderr) ? (stderr as readonly string[]) : []
  const kind = kinds.find(({ says }) => lines.some((line) => says.test(line)))
  const words = lastWords(lines)
  const refused: ErrorCode = purpose.doing === 'read' ? 'store-unreachable' : 'store-unwritable'
  const retryable = kind ? (kind.retryable ?? false) : exitStatus === temporaryStatus
  return new HoldfastError(
    kind?.code ?? (retryable ? 'store-unreachable' : refused),
    `cannot ${purpose.doing} ${purpose.what}: ${[kind?.message, words].filter(Boolean).join(': ')}`,
    {
      hint:
        kind?.hint(purpose) ?? 'Read what rclone said, and try it by hand as the user that runs Holdfast.',
      context: { remote: purpose.remote, exitStatus, stderr: lines },
      retryable,
      cause: error,
    },
  )
}
