/**
 * PouchDB as the peer, run in the temporary folder into which it was installed: keeps the events of a
 * file of lines as documents, and replicates them to `pouchdb-server` each time it is asked.
 */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import PouchDB from 'pouchdb';

const [file] = process.argv.slice(2);
const source = new PouchDB('source');
let documents = [];
for await (const line of createInterface({ input: createReadStream(file) })) {
  const event = JSON.parse(line);
  documents.push({ _id: event.header.eventId, ...event });
  if (documents.length === 1000) await keep();
}
await keep();
process.send({ ready: true });

process.on('message', (order) => void ('from' in order ? pull(order) : replicate(order)));

/** @param {{ target: string, batchSize: number }} order */
async function replicate({ target, batchSize }) {
  const begun = performance.now();
  let first = null;
  const replication = source.replicate.to(target, { batch_size: batchSize });
  replication.on('change', () => {
    first ??= performance.now() - begun;
  });
  const { docs_written: written } = await replication;
  process.send({ ms: performance.now() - begun, firstMs: first, written });
}

/** @param {{ from: string, name: string }} order */
async function pull({ from, name }) {
  const copy = new PouchDB(name);
  const begun = performance.now();
  const { docs_written: written } = await copy.replicate.from(from);
  process.send({ ms: performance.now() - begun, firstMs: null, written });
}

async function keep() {
  const results = await source.bulkDocs(documents);
  if (results.some((result) => result.error)) throw new Error('not kept');
  documents = [];
}
