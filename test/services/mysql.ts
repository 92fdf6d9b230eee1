import { realpathSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { servicesDirectory } from '../../scripts/services/directory.ts'
import { type MariadbOptions, type MariadbServer, type ServerRecipe, startServer } from './mariadb.ts'

/** Its programs are named as those of MariaDB are, and so not on PATH; and what lies behind a link others may enter. */
function programs(): string {
  return realpathSync(join(servicesDirectory(), 'mysql'))
}

/** A PATH on which the programs of MySQL come first. */
export function mysqlPath(path: string): string {
  return [join(programs(), 'sbin'), join(programs(), 'bin'), path].join(delimiter)
}

/** Starts a MySQL that listens on a socket and on 127.0.0.1. */
export function startMysql({ options = [] }: MariadbOptions = {}): Promise<MariadbServer> {
  const program = join(programs(), 'sbin', 'mysqld')
  return startServer(recipeOf(program), { options })
}

const recipes = new Map<string, ServerRecipe>()

function recipeOf(program: string): ServerRecipe {
  const known = recipes.get(program)
  if (known !== undefined) return known
  const small = '--innodb-redo-log-capacity=8M'
  const recipe: ServerRecipe = {
    program,
    install: (datadir) => [
      program,
      ...['--no-defaults', '--initialize-insecure', `--datadir=${datadir}`, small],
    ],
    // Debian's default of secure-file-priv is a directory that only its full package makes.
    options: [small, '--secure-file-priv=NULL', '--mysqlx=OFF'],
    givePassword: (password) => [
      `CREATE USER root@'%' IDENTIFIED BY '${password}'`,
      "GRANT ALL ON *.* TO root@'%' WITH GRANT OPTION",
      `ALTER USER root@localhost IDENTIFIED BY '${password}'`,
    ],
  }
  recipes.set(program, recipe)
  return recipe
}
