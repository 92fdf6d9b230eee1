/** The stream of a dump, and that of the accounts. */
export const dumpStream = 'dump'
export const usersStream = 'users'
export const sqlMediaType = 'application/sql'
