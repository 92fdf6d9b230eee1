import type { PostgresService } from '../../../services/postgres.ts'

/** Clients that move money between accounts: whatever the moment, the sum is what it was. */
export interface Writers {
  /** Transactions that were acknowledged so far. */
  committed(): number
  stop(): Promise<void>
}

/** Makes the accounts, with `rows` further rows to give a backup something to do. */
export async function makeAccounts(server: PostgresService, database: string, rows: number): Promise<void> {
  await server.query(`create database ${database}`)
  await server.query(
    `create table accounts (id int primary key, balance bigint not null, note text);
     insert into accounts select n, 1000, repeat(md5(n::text), 4) from generate_series(1, ${rows}) n;
     create table moves (id bigserial primary key, at timestamptz default now())`,
    database,
  )
}

/** What holds of a consistent copy: the sum of all balances per account. */
export const soundSql =
  'select sum(balance) = 1000 * count(*) as sound, count(*)::int as accounts, (select count(*)::int from moves) as moves from accounts'

/** Starts them. */
export async function startWriters(
  server: PostgresService,
  database: string,
  rows: number,
): Promise<Writers> {
  let running = true
  let committed = 0
  const write = async (): Promise<void> => {
    const client = await server.connect(database)
    try {
      while (running) {
        const [from, to] = [Math.ceil(Math.random() * rows), Math.ceil(Math.random() * rows)]
        await client.query('begin')
        await client.query('update accounts set balance = balance - 1 where id = $1', [Math.min(from, to)])
        await client.query('update accounts set balance = balance + 1 where id = $1', [Math.max(from, to)])
        await client.query('insert into moves default values')
        await client.query('commit')
        committed += 1
      }
    } finally {
      await client.end()
    }
  }
  const writing = [write(), write()]
  return {
    committed: () => committed,
    async stop() {
      running = false
      await Promise.all(writing)
    },
  }
}
