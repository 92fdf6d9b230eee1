import type { VerifySettings } from '../../config/settings.ts'
import type { DrillServer } from '../../domain/drill.ts'

/** `verify.server` of a job as sources understand it. */
export function drillServerOf(server: NonNullable<VerifySettings['server']>): DrillServer {
  if (typeof server === 'string') return { type: server }
  return 'image' in server ? { type: 'image', image: server.image } : { type: 'url', url: server.url }
}
