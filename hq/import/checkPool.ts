import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { PublishedDocument } from '#shared/domain/publication/publishedDocument.ts';
import type {
  CheckAnswer,
  CheckedCaseAnswer,
  CheckRequest,
  CheckThreadStart,
  PublishedMessage,
} from './checkMessages.ts';

/** Threads in which cases are looked at, so that laptops and people are answered meanwhile. */
export interface CheckPool {
  /** How many requests are worked on at once. */
  readonly width: number;
  check(request: Omit<CheckRequest, 'number'>): Promise<readonly CheckedCaseAnswer[]>;
  /** Hands versions that were published to every thread, before its next request. */
  take(published: readonly PublishedDocument[]): void;
  close(): Promise<void>;
}

/** More than these gain nothing: the database then has no more to give. */
const MOST_THREADS = 4;

interface Thread {
  readonly worker: Worker;
  readonly open: Map<number, Waiting>;
}

interface Waiting {
  readonly resolve: (cases: readonly CheckedCaseAnswer[]) => void;
  readonly reject: (error: Error) => void;
}

/** The threads are started with the first case to check; one that breaks is replaced at its next use. */
export function createCheckPool(start: CheckThreadStart): CheckPool {
  const width = Math.min(MOST_THREADS, availableParallelism());
  const published = [...start.published];
  const threads: Thread[] = [];
  let number = 0;

  function startThread(): Thread {
    const worker = new Worker(new URL('./checkThread.ts', import.meta.url), {
      workerData: { ...start, published } satisfies CheckThreadStart,
    });
    const thread: Thread = { worker, open: new Map() };
    worker.on('message', (answer: CheckAnswer) => {
      thread.open.get(answer.number)?.resolve(answer.cases);
      thread.open.delete(answer.number);
    });
    const end = (error: Error) => {
      const at = threads.indexOf(thread);
      if (at >= 0) threads.splice(at, 1);
      for (const { reject } of thread.open.values()) reject(error);
      thread.open.clear();
    };
    worker.on('error', end);
    worker.on('exit', () => end(new Error('a checking thread ended')));
    worker.unref();
    threads.push(thread);
    return thread;
  }

  function leastBusy(): Thread {
    const idle = threads.find(({ open }) => open.size === 0);
    if (idle) return idle;
    if (threads.length < width) return startThread();
    const [first, ...others] = threads;
    if (!first) return startThread();
    return others.reduce((best, each) => (each.open.size < best.open.size ? each : best), first);
  }

  return {
    width,
    check: (request) =>
      new Promise((resolve, reject) => {
        number += 1;
        const thread = leastBusy();
        thread.open.set(number, { resolve, reject });
        thread.worker.postMessage({ ...request, number } satisfies CheckRequest);
      }),
    take: (documents) => {
      published.push(...documents);
      for (const { worker } of threads) {
        worker.postMessage({ published: documents } satisfies PublishedMessage);
      }
    },
    close: async () => {
      await Promise.all(threads.map(({ worker }) => worker.terminate()));
    },
  };
}
