/** What makes values look the same on every server: set before a fingerprint is taken. */
export const fixedSettings = [
  "set search_path = ''",
  'set row_security = off',
  'set extra_float_digits = 3',
  "set timezone = 'UTC'",
  "set datestyle = 'ISO, YMD'",
  "set intervalstyle = 'postgres'",
  "set bytea_output = 'hex'",
  "set lc_monetary = 'C'",
  "set client_encoding = 'UTF8'",
  "set xmlbinary = 'base64'",
  'set jit = off',
  // One process is enough beside a dump.
  'set max_parallel_workers_per_gather = 0',
  'set synchronize_seqscans = off',
].join('; ')
