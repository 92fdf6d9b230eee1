/** A position in the write-ahead log as a number: `16/B374D848` is 0x16B374D848. */
export function parseLsn(text: string): bigint {
  const [, high = '0', low = '0'] = /^([0-9A-F]{1,8})\/([0-9A-F]{1,8})$/i.exec(text) ?? []
  return (BigInt(`0x${high}`) << 32n) | BigInt(`0x${low}`)
}
