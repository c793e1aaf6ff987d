import { connectHub } from '#db/hub/connection.ts';

/** The address of another database of the same server. */
export function databaseOf(url: string, database: string): string {
  const own = new URL(url);
  own.pathname = `/${database}`;
  return own.href;
}

/** A copy of a database that nobody is connected to. @returns its address */
export async function copyDatabase(url: string, template: string, name: string): Promise<string> {
  const db = connectHub(databaseOf(url, 'postgres'));
  await db.query(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY FILE_COPY`);
  await db.close();
  return databaseOf(url, name);
}

/** What a round leaves behind would be cleaned up by the server beside the next. */
export async function dropDatabase(url: string): Promise<void> {
  const db = connectHub(databaseOf(url, 'postgres'));
  await db.query(`DROP DATABASE ${new URL(url).pathname.slice(1)}`);
  await db.close();
}
