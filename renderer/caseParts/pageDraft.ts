import type { Draft, DraftBody, DraftScope } from '#shared/contracts/cases.ts';
import type { AnswerPatch } from '#shared/domain/answers/answerPatch.ts';
import type { CaseId } from '#shared/domain/identity.ts';
import { KeepPause } from './keepPause.ts';

/** Saved only when the desk has answered after its commit for exactly what stands on the page. */
export type SaveState =
  | { readonly kind: 'untouched' }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'failed'; readonly error: unknown };

export interface PageDraftSnapshot {
  readonly patches: readonly AnswerPatch[];
  readonly save: SaveState;
}

/** What a page asks of the desk: the `interview` part of the desk's client has it. */
export interface DraftClient {
  saveDraft(input: {
    readonly caseId: CaseId;
    readonly scope: DraftScope;
    readonly body: DraftBody;
    readonly voidSignature: boolean;
  }): Promise<{ readonly savedAt: string }>;
}

/**
 * What is being written on one page of a case: kept here while it is typed, at the desk at every
 * pause. One save is under way at a time and sends what the desk has not confirmed yet, never the
 * whole page: another window on the same page may have been told since that its changes are saved.
 */
export class PageDraft {
  readonly #client: DraftClient;
  readonly #caseId: CaseId;
  readonly #scope: DraftScope;
  readonly #onKept: (draft: Draft) => void;
  readonly #listeners = new Set<() => void>();
  /** Patches that the desk has confirmed. */
  readonly #confirmed: WeakSet<AnswerPatch>;
  #snapshot: PageDraftSnapshot;
  #voidSignature = false;
  readonly #pause = new KeepPause(() => void this.flush());
  #underWay: Promise<void> | null = null;

  constructor(
    client: DraftClient,
    page: {
      readonly caseId: CaseId;
      readonly scope: DraftScope;
      readonly patches: readonly AnswerPatch[];
      readonly savedAt: string | null;
      /** Told of every save that the desk has committed, also after the page is left. */
      readonly onKept: (draft: Draft) => void;
    },
  ) {
    this.#client = client;
    this.#caseId = page.caseId;
    this.#scope = page.scope;
    this.#onKept = page.onKept;
    this.#confirmed = new WeakSet(page.patches);
    this.#snapshot = {
      patches: page.patches,
      save: page.savedAt === null ? { kind: 'untouched' } : { kind: 'saved', at: page.savedAt },
    };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly getSnapshot = (): PageDraftSnapshot => this.#snapshot;

  get voidsSignature(): boolean {
    return this.#voidSignature;
  }

  /** The person has said that they know: from here on changes void the standing signature. */
  allowVoiding(): void {
    this.#voidSignature = true;
  }

  /** Adds a change; a later value of the same field takes the place of the earlier one. */
  change(patch: AnswerPatch): void {
    const kept =
      patch.op === 'set'
        ? this.#snapshot.patches.filter((old) => old.op !== 'set' || old.path !== patch.path)
        : this.#snapshot.patches;
    this.#put({ patches: [...kept, patch], save: { kind: 'waiting' } });
    this.#pause.typed();
  }

  /** Saves now what waits; settles when all that stood on the page at the call is kept, or has failed. */
  async flush(): Promise<void> {
    this.#pause.stop();
    while (this.#snapshot.save.kind === 'waiting' || this.#underWay !== null) {
      if (this.#underWay !== null) await this.#underWay;
      else {
        this.#underWay = this.#save();
        await this.#underWay;
        this.#underWay = null;
      }
    }
  }

  /** After a failure: tries again with all that stands on the page. */
  async retry(): Promise<void> {
    this.#put({ ...this.#snapshot, save: { kind: 'waiting' } });
    await this.flush();
  }

  /**
   * Settles when all that stands on the page is kept; after a failure it tries once more.
   * @throws what the desk refused with: the page must then not be left as if it were kept
   */
  async keep(): Promise<void> {
    await this.flush();
    if (this.#snapshot.save.kind === 'failed') await this.retry();
    const { save } = this.#snapshot;
    if (save.kind === 'failed') throw save.error;
  }

  /** Whether the desk has confirmed everything that stands on the page. */
  get isKept(): boolean {
    return this.#snapshot.patches.every((patch) => this.#confirmed.has(patch));
  }

  async #save(): Promise<void> {
    const { patches } = this.#snapshot;
    this.#put({ patches, save: { kind: 'saving' } });
    const unconfirmed = patches.filter((patch) => !this.#confirmed.has(patch));
    try {
      const { savedAt } = await this.#client.saveDraft({
        caseId: this.#caseId,
        scope: this.#scope,
        body: { kind: 'answers', patches: unconfirmed },
        voidSignature: this.#voidSignature,
      });
      for (const patch of unconfirmed) this.#confirmed.add(patch);
      const body = { kind: 'answers' as const, patches: [...patches] };
      this.#onKept({ scope: this.#scope, body, savedAt });
      if (this.#snapshot.patches === patches) {
        this.#put({ patches, save: { kind: 'saved', at: savedAt } });
      }
    } catch (error) {
      if (this.#snapshot.patches === patches)
        this.#put({ patches, save: { kind: 'failed', error } });
    }
  }

  #put(snapshot: PageDraftSnapshot): void {
    this.#snapshot = snapshot;
    for (const listener of this.#listeners) listener();
  }
}
