import { eq } from 'drizzle-orm';
import type { DeskReader } from './connection.ts';
import { setting } from './schema.ts';
import { type DeskStore, type WriteResult, writeDesk } from './store.ts';

/** The value of a preference as it was set, to be parsed by its owner; undefined when never set. */
export function readSetting(db: DeskReader, name: string): unknown {
  const row = db.orm.select().from(setting).where(eq(setting.name, name)).get();
  return row ? JSON.parse(row.value) : undefined;
}

/** Sets a preference to a JSON value. */
export function setSetting(store: DeskStore, name: string, value: unknown): WriteResult<void> {
  return writeDesk(store, (writer) => {
    const text = JSON.stringify(value);
    writer.orm
      .insert(setting)
      .values({ name, value: text })
      .onConflictDoUpdate({ target: setting.name, set: { value: text } })
      .run();
  });
}
