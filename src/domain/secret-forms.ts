/** Shorter texts are not masked: that would eat ordinary words, and outputs that happen to hold them. */
export const shortestSecret = 6

const connectionParts =
  /(?:^|;)\s*(?:AccountKey|SharedAccessKey|SharedAccessSignature|Password|Pwd)\s*=\s*([^;]+)/gi
const telling = /pass|secret|token|key|sig/i

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** What of a URL or a connection string is secret by itself: never the user, the host or the database. */
function innerSecrets(text: string): string[] {
  const found = [...text.matchAll(connectionParts)].map(([, value = '']) => value.trim())
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text) && URL.canParse(text)) {
    const url = new URL(text)
    found.push(url.password, decoded(url.password))
    for (const [name, value] of url.searchParams) if (telling.test(name)) found.push(value)
  }
  return found
}

/**
 * Every form in which a secret could be seen: as it is, line by line, percent-encoded, and what it holds of passwords
 * and keys. Forms of under {@link shortestSecret} characters are left out.
 */
export function secretForms(text: string): string[] {
  // Comments of key files say what is public.
  const own = text.split('\n').filter((line) => !line.startsWith('# '))
  const lines = [text, ...own].map((line) => line.trim())
  const whole = lines.flatMap((line) => [line, ...innerSecrets(line)])
  const long = whole.filter((form) => form.length >= shortestSecret)
  return [...new Set(long.flatMap((form) => [form, encodeURIComponent(form)]))]
}
