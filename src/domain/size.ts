const units: Readonly<Record<string, number>> = {
  '': 1,
  B: 1,
  KB: 1e3,
  MB: 1e6,
  GB: 1e9,
  TB: 1e12,
  KiB: 2 ** 10,
  MiB: 2 ** 20,
  GiB: 2 ** 30,
  TiB: 2 ** 40,
}

/**
 * Bytes of a size such as `32MiB` (1024-based), `4KB` (1000-based), `1.5GiB` or `1000` (bytes). The unit's case counts,
 * since `Mb` means bits elsewhere. Undefined for anything else, also for what is no whole number of bytes.
 */
export function parseSize(text: string): number | undefined {
  const match = /^(\d+(?:\.\d+)?)(?: ?([KMGT]i?B|B))?$/.exec(text)
  const unit = match && units[match[2] ?? '']
  if (!unit) return undefined
  const bytes = Number(match[1]) * unit
  return Number.isSafeInteger(bytes) ? bytes : undefined
}
