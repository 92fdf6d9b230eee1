import type { Finding } from '../../domain/finding.ts'
import type { ByteString } from '../../domain/index-entry.ts'
import { HoldfastError } from '../../errors/error.ts'
import type { ToolExit } from '../../process/spawn.ts'
import { displayPath } from './byte-paths.ts'
import type { DirectorySettings } from './settings.ts'
import { parseTarMessage, withoutProgram } from './tar-messages.ts'

/** What tar, or whatever reads the tree, complained about while it ran. */
export interface Complaints {
  add(line: string): void
  /** The same of a reader that is not tar. */
  note(kind: 'unread' | 'vanished' | 'changed' | 'shrank', path: ByteString): void
  readonly unread: ReadonlySet<ByteString>
  readonly vanished: ReadonlySet<ByteString>
  readonly changed: ReadonlySet<ByteString>
  readonly shrank: ReadonlySet<ByteString>
  readonly attributes: ReadonlySet<ByteString>
  readonly unexplained: readonly string[]
}

export function createComplaints(): Complaints {
  const paths = {
    unread: new Set<ByteString>(),
    vanished: new Set<ByteString>(),
    changed: new Set<ByteString>(),
    shrank: new Set<ByteString>(),
    attributes: new Set<ByteString>(),
  }
  const unexplained: string[] = []
  return {
    ...paths,
    unexplained,
    note: (kind, path) => void paths[kind].add(path),
    add(line) {
      const complaint = parseTarMessage(line)
      if (complaint.kind === 'unexplained') {
        if (unexplained.length < 1000) unexplained.push(complaint.line)
      } else if (complaint.kind !== 'noise') paths[complaint.kind].add(complaint.path)
    },
  }
}

const names = (paths: ReadonlySet<ByteString>): readonly string[] => [...paths].map(displayPath)

function count(number: number, one: string): string {
  return `${number} ${one}${number === 1 ? '' : 's'}`
}

/** The findings that go with complaints; unread paths are an error of the run unless they only warn. */
export function findingsOf(
  complaints: Complaints,
  onUnreadable: DirectorySettings['onUnreadable'],
): Finding[] {
  const findings: Finding[] = []
  const add = (
    paths: ReadonlySet<ByteString>,
    finding: Omit<Finding, 'message' | 'names'>,
    what: string,
  ): void => {
    if (paths.size === 0) return
    findings.push({ ...finding, message: `${count(paths.size, 'path')} ${what}`, names: names(paths) })
  }
  add(
    complaints.unread,
    {
      severity: onUnreadable === 'warn' ? 'warning' : 'error',
      code: 'unread-paths',
      hint: 'Let the user of the backup read them (run as root, or `setfacl`), or exclude them.',
    },
    'could not be read',
  )
  add(complaints.vanished, { severity: 'warning', code: 'path-vanished' }, 'vanished while they were read')
  add(
    complaints.changed,
    { severity: 'warning', code: 'path-changed', hint: 'Back up a snapshot, or stop what writes there.' },
    'changed while they were read',
  )
  add(
    complaints.shrank,
    { severity: 'warning', code: 'path-shrank', hint: 'Back up a snapshot, or stop what writes there.' },
    'shrank while they were read and were filled with zeros',
  )
  add(
    complaints.attributes,
    { severity: 'warning', code: 'path-attributes', hint: 'Check the file system they lie on.' },
    'had extended attributes or ACLs that could not be read',
  )
  if (complaints.unexplained.length > 0) {
    findings.push({
      severity: 'warning',
      code: 'tool-said',
      message: `tar said: ${withoutProgram(complaints.unexplained[0] ?? '')}`,
      names: complaints.unexplained,
    })
  }
  return findings
}

/** Throws when what tar said means that there is no backup: `source-failed`, `unread-paths`. */
export function judge(
  exit: ToolExit,
  complaints: Complaints,
  settings: DirectorySettings,
  allowed: readonly string[],
): void {
  const explained = complaints.unread.size + complaints.vanished.size + complaints.attributes.size
  if (exit.code === 2 && (complaints.unexplained.length > 0 || explained === 0)) {
    const line = withoutProgram(complaints.unexplained[0] ?? 'it gave no reason')
    throw new HoldfastError('source-failed', `tar could not archive ${settings.path}: ${line}`, {
      hint: 'Read what tar said, mend that and run again.',
      context: { path: settings.path, stderr: complaints.unexplained.slice(0, 20) },
    })
  }
  if (complaints.unread.has('')) {
    throw new HoldfastError('source-unreadable', `${settings.path} cannot be read`, {
      hint: 'Let the user of the backup read it: `setfacl -m u:USER:rx`, or run as root.',
      context: { path: settings.path },
    })
  }
  const refused = names(complaints.unread).filter((name) => !allowed.includes(name))
  if (settings.onUnreadable === 'fail' && refused.length > 0) {
    throw new HoldfastError('unread-paths', `${count(refused.length, 'path')} could not be read`, {
      hint: 'Let the user of the backup read them, exclude them, or set `on-unreadable: partial`.',
      context: { paths: refused.slice(0, 100), count: refused.length },
    })
  }
}
