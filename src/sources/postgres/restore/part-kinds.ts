import type { ScriptEntry } from './toc.ts'

/** What has a life of its own, and rows or columns. */
const relationKinds = new Set(['TABLE', 'VIEW', 'MATERIALIZED VIEW', 'FOREIGN TABLE'])

/** What has no life of its own: it comes with the table that it needs. */
const belongings = new Set([
  ...['ACL', 'CHECK CONSTRAINT', 'COMMENT', 'CONSTRAINT', 'DEFAULT', 'FK CONSTRAINT', 'INDEX'],
  ...['INDEX ATTACH', 'POLICY', 'ROW SECURITY', 'RULE', 'SECURITY LABEL', 'SEQUENCE', 'SEQUENCE OWNED BY'],
  ...['STATISTICS', 'TABLE ATTACH', 'TRIGGER'],
])

export const isRelation = (entry: ScriptEntry | undefined): boolean =>
  entry !== undefined && relationKinds.has(entry.kind)

/** A partition or heir comes with its parent as well, but is a relation all the same. */
export const isBelonging = (entry: ScriptEntry | undefined): boolean =>
  entry !== undefined && belongings.has(entry.kind)

/** What a view shows, where it stands apart from the view since it needs the key of a table. */
export const isQuery = ({ kind, name }: ScriptEntry): boolean => kind === 'RULE' && name.endsWith(' _RETURN')

/** pg_restore shows a line break of a name as a blank. */
export const asListed = (name: string): string => name.replaceAll(/[\r\n]/g, ' ')
