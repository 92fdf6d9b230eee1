const words: Readonly<Record<string, string>> = {
  snapshot: 'the snapshot it was made of',
  stream: 'what was archived',
  'load-only': 'nothing: it loads',
  received: 'nothing: it was received',
}

/** What a restore was compared with, by its evidence, for people. */
export function comparedWith(evidence: string): string {
  return words[evidence] ?? evidence
}
