import type { Transporter } from 'nodemailer'
import type { Secret } from '../../domain/secret.ts'
import { HoldfastError, hasCode } from '../../errors/error.ts'
import { childEnvironment } from '../../process/environment.ts'
import { runTool } from '../../process/run-tool.ts'
import { mailOf } from './email-text.ts'
import type { Notice, Notifier, NotifierSurroundings, Occasion } from './notice.ts'

export interface EmailSettings {
  readonly to: readonly string[]
  readonly from?: string | undefined
  readonly smtp?: Secret | undefined
  readonly sendmail?: readonly string[] | undefined
  readonly on: readonly Occasion[]
}

/** sendmail lies where no user's PATH goes. */
const withSbin = (path: string) => `${path}:/usr/sbin:/usr/lib`

const defaultSendmail = ['sendmail', '-t', '-i']

type Mail = ReturnType<typeof mailOf>

/** Milliseconds; the whole attempt is bounded by its signal as well. */
const timeouts = {
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 10_000,
  dnsTimeout: 5_000,
}

async function bySmtp(smtp: Secret, mail: Mail, signal: AbortSignal): Promise<void> {
  const { createTransport } = await import('nodemailer')
  const url = new URL(smtp.reveal())
  const secure = url.protocol === 'smtps:'
  const transport: Transporter = createTransport({
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
    ...(url.username !== '' && {
      auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    }),
    // A password must not go over a line that somebody has kept from becoming an encrypted one.
    requireTLS: !secure && url.username !== '' && url.searchParams.get('tls') !== 'no',
    ...timeouts,
  })
  const close = () => transport.close()
  signal.addEventListener('abort', close, { once: true })
  try {
    await transport.sendMail(mail)
  } catch (error) {
    signal.throwIfAborted()
    const { code, responseCode, command } = error as {
      code?: string
      responseCode?: number
      command?: string
    }
    const what = responseCode === undefined ? (code ?? 'no answer') : `${responseCode} to ${command ?? 'it'}`
    throw new HoldfastError('notification-failed', `the mail server ${url.hostname} refused: ${what}`, {
      hint: 'Look at user, password, port and addresses; `?tls=no` behind smtp:// allows a password without encryption.',
    })
  } finally {
    signal.removeEventListener('abort', close)
    close()
  }
}

async function bySendmail(
  [command = '', ...args]: readonly string[],
  mail: Mail,
  environment: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<void> {
  const { createTransport } = await import('nodemailer')
  const composed = await createTransport({ streamTransport: true, buffer: true, newline: 'unix' }).sendMail(
    mail,
  )
  const own = childEnvironment(environment)
  try {
    await runTool({
      command,
      args,
      environment: { ...own, PATH: withSbin(own.PATH ?? '/usr/bin:/bin') },
      stdin: composed.message as Buffer,
      signal,
    })
  } catch (error) {
    signal.throwIfAborted()
    if (!hasCode(error, 'tool-failed', 'tool-missing')) throw error
    throw new HoldfastError('notification-failed', error.message, {
      ...(error.hint === undefined ? {} : { hint: error.hint }),
    })
  }
}

/** E-mail by an SMTP server, else by the host's own sendmail. */
export function createEmail(
  name: string,
  settings: EmailSettings,
  surroundings: NotifierSurroundings,
): Notifier {
  const { smtp, sendmail = defaultSendmail } = settings
  const { environment, host } = surroundings
  return {
    name,
    wants: ({ occasions }) => occasions.some((occasion) => settings.on.includes(occasion)),
    send(notice: Notice, signal) {
      const mail = mailOf(notice, { to: settings.to, from: settings.from ?? `holdfast@${host}` })
      return smtp === undefined ? bySendmail(sendmail, mail, environment, signal) : bySmtp(smtp, mail, signal)
    },
  }
}
