import { Worker } from 'node:worker_threads';
import type { LinkAnswer, LinkRequest } from './linkMessages.ts';

type Unnumbered<Request> = Request extends unknown ? Omit<Request, 'number'> : never;

/** The linking thread and the questions that wait for its word. */
export class LinkPort {
  readonly #worker: Worker;
  readonly #open = new Map<
    number,
    { readonly resolve: (answer: LinkAnswer) => void; readonly reject: (error: Error) => void }
  >();
  #number = 0;
  #ended: Error | null = null;

  constructor() {
    this.#worker = new Worker(new URL('./linkThread.ts', import.meta.url));
    this.#worker.on('message', (answer: LinkAnswer) => {
      this.#open.get(answer.number)?.resolve(answer);
      this.#open.delete(answer.number);
    });
    this.#worker.on('error', (error: Error) => this.#end(error));
    this.#worker.on('exit', () => this.#end(new Error('the linking thread ended')));
    this.#worker.unref();
  }

  get hasEnded(): boolean {
    return this.#ended !== null;
  }

  /** @throws Error when the thread has ended, and TypeError for an answer of another kind. */
  async ask<Kind extends LinkAnswer['kind']>(
    kind: Kind,
    request: Unnumbered<LinkRequest>,
  ): Promise<Extract<LinkAnswer, { readonly kind: Kind }>> {
    const answer = await new Promise<LinkAnswer>((resolve, reject) => {
      if (this.#ended !== null) {
        reject(this.#ended);
        return;
      }
      this.#number += 1;
      this.#open.set(this.#number, { resolve, reject });
      this.#worker.postMessage({ ...request, number: this.#number } satisfies LinkRequest);
    });
    if (!isOfKind(answer, kind)) throw new TypeError(`${answer.kind} was not asked`);
    return answer;
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  #end(error: Error): void {
    this.#ended ??= error;
    for (const { reject } of this.#open.values()) reject(error);
    this.#open.clear();
  }
}

function isOfKind<Kind extends LinkAnswer['kind']>(
  answer: LinkAnswer,
  kind: Kind,
): answer is Extract<LinkAnswer, { readonly kind: Kind }> {
  return answer.kind === kind;
}
