import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import type { CopyIn } from './copyRows.ts';

/** What a query takes as its first parameter: the pool, or one connection inside a transaction. */
export interface HubReader {
  readonly orm: NodePgDatabase;
  query<Row>(text: string, values?: readonly unknown[]): Promise<readonly Row[]>;
}

/** One connection inside a transaction; only `writeHub` hands one out. */
export interface HubWriter extends HubReader {
  readonly inTransaction: true;
  copy(copy: CopyIn): Promise<void>;
}

export interface HubDatabase extends HubReader {
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

const CONNECTIONS = 10;
const CONNECT_TIMEOUT_MS = 5_000;
const STATEMENT_TIMEOUT_MS = 60_000;

// Positions stay well below 2^53; text would have to be turned into numbers at each use.
const BIGINT = 20;
pg.types.setTypeParser(BIGINT, Number);

export function connectHub(url: string): HubDatabase {
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    application_name: 'rifada-hub',
  });
  // A connection that breaks while it is idle is replaced at its next use; without a listener the
  // process would end.
  pool.on('error', () => undefined);
  return {
    pool,
    orm: drizzle({ client: pool }),
    query: async <Row>(text: string, values: readonly unknown[] = []) =>
      (await pool.query({ text, values: [...values] })).rows as Row[],
    close: () => pool.end(),
  };
}

/**
 * Runs one user action as one transaction and answers after its commit. An error of any kind rolls it
 * back and is thrown on; a connection that could not even do that is thrown away.
 */
export async function writeHub<Result>(
  hub: HubDatabase,
  work: (writer: HubWriter) => Promise<Result>,
): Promise<Result> {
  const client = await hub.pool.connect();
  let broken: Error | undefined;
  // A connection that is lost between two statements says so as an event, and the statements after it fail.
  const onError = (error: Error) => {
    broken = error;
  };
  client.on('error', onError);
  try {
    await client.query('BEGIN');
    const result = await work(writerOf(client));
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch((failure: unknown) => {
      broken = failure instanceof Error ? failure : new Error('rollback failed');
    });
    throw error;
  } finally {
    client.removeListener('error', onError);
    client.release(broken);
  }
}

function writerOf(client: pg.PoolClient): HubWriter {
  return {
    inTransaction: true,
    orm: drizzle({ client }),
    query: async <Row>(text: string, values: readonly unknown[] = []) =>
      (await client.query({ text, values: [...values] })).rows as Row[],
    copy: (copy) => {
      client.query(copy);
      return copy.done;
    },
  };
}

/** Codes of PostgreSQL and of sockets for a database that is away, full or going down. */
const AWAY = /^(08|57P|53|ECONN|ENOTFOUND|EPIPE|ETIMEDOUT|58)/;

/** Whether the error says that the database could not do it now, rather than that it must not be done. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (AWAY.test(code)) return true;
  if (/connection terminated|timeout exceeded|not queryable|connection error/i.test(error.message))
    return true;
  return error.cause !== undefined && isDatabaseAway(error.cause);
}
