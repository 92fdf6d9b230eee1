/**
 * Gives the memory behind `bytes` back at once; they must not be used again. The zlib and crypto bindings allocate
 * an output for every call, and garbage that lies outside V8's heap is collected late: freeing it by hand keeps
 * the peak flat and is faster. Only a buffer that `bytes` fills on its own is freed, never Node's shared pool.
 */
export function release(bytes: Uint8Array): void {
  const { buffer } = bytes
  if (!(buffer instanceof ArrayBuffer) || bytes.byteOffset !== 0) return
  if (bytes.length === buffer.byteLength || buffer.byteLength > Buffer.poolSize) buffer.transfer(0)
}
