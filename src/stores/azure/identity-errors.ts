import { HoldfastError } from '../../errors/error.ts'

const ours = /^(?:CredentialUnavailable|Authentication|AggregateAuthentication|AuthenticationRequired)Error$/
const passing =
  /network_error|endpoints_resolution_error|ECONN|ETIMEDOUT|EAI_AGAIN|ENOTFOUND|fetch failed|timed out/

interface IdentityError {
  readonly statusCode?: unknown
  readonly errorResponse?: { readonly error?: unknown; readonly errorDescription?: unknown }
}

/** `AADSTS700016`, by which Microsoft's documentation finds what is wrong. */
function reasonOf(error: Error): string {
  const { errorResponse } = error as IdentityError
  const told = `${errorResponse?.errorDescription ?? ''} ${error.message}`
  return /AADSTS\d+/.exec(told)?.[0] ?? (typeof errorResponse?.error === 'string' ? errorResponse.error : '')
}

/** What it means that no token was to be had; undefined for an error that is none of `@azure/identity`. */
export function identityError(error: Error, where: string): HoldfastError | undefined {
  if (!ours.test(error.name)) return undefined
  const { statusCode } = error as IdentityError
  const isPassing = (typeof statusCode === 'number' && statusCode >= 500) || passing.test(error.message)
  if (isPassing) {
    return new HoldfastError('store-unreachable', `cannot get a token for ${where} at present`, {
      hint: 'Check the network and HTTPS_PROXY of this host; tokens come from login.microsoftonline.com.',
      context: { at: where },
      retryable: true,
    })
  }
  const reason = reasonOf(error)
  return new HoldfastError(
    'store-credentials',
    `no token for ${where}${reason === '' ? ': nothing on this host knows an identity' : `: ${reason}`}`,
    {
      hint: 'Give connection-string, sas, or tenant-id and client-id of an application that trusts this repository; else sign in with `az login` or run where a managed identity is.',
      context: { at: where, azure: reason || undefined },
    },
  )
}
