import { z } from 'zod';
import { PrintedDate } from '#shared/domain/answers/answer.ts';
import { MergeId } from '#shared/domain/case/mergeEvents.ts';
import { CaseStatus, ContactChannel } from '#shared/domain/case/vocabulary.ts';
import { CollisionKind, PersonField } from '#shared/domain/hub/personLinks.ts';
import { BeneficiaryId, BranchOfficeId, CaseId, Instant, IsoDay } from '#shared/domain/identity.ts';
import { hqPermitted } from './base.ts';

const words = z.string().trim().min(1).max(2000);
const localText = z.strictObject({ ar: z.string(), en: z.string() });
const count = z.int().min(0);

/** How strongly two persons are taken for one: by a number in common, most likely, or to be looked at. */
export const PairStrength = z.enum(['identifier', 'sure', 'review']);
export type PairStrength = z.infer<typeof PairStrength>;

/** `open` waits for a word of headquarters, `asked` for one of the branch. */
export const PairState = z.enum(['open', 'asked', 'apart', 'gone']);

const pairIds = { oneId: BeneficiaryId, otherId: BeneficiaryId };
/** A pair as it was looked at; if it has changed since, nothing is done. */
const SeenPair = z.strictObject({ ...pairIds, seen: z.int() });

const BranchName = z.strictObject({
  branchOfficeId: BranchOfficeId,
  code: z.string(),
  name: z.string(),
});

export const PersonInShort = z.strictObject({
  /** Under whom they go now. */
  personId: BeneficiaryId,
  name: z.string(),
  fileNo: z.string().nullable(),
  branches: z.array(BranchName),
});
export type PersonInShort = z.infer<typeof PersonInShort>;

export const ReviewPair = z.strictObject({
  ...pairIds,
  strength: PairStrength,
  state: PairState,
  probability: z.number().min(0).max(1),
  foundAt: Instant,
  one: PersonInShort,
  other: PersonInShort,
});
export type ReviewPair = z.infer<typeof ReviewPair>;

/** A value as the form has it: words, the label of a choice, or a date in the calendar in which it was said. */
const ShownValue = z.union([
  z.strictObject({ text: z.string() }),
  z.strictObject({ label: localText }),
  z.strictObject({ date: PrintedDate }),
]);
export type ShownValue = z.infer<typeof ShownValue>;

const PersonRequest = z.strictObject({
  caseId: CaseId,
  reference: z.string(),
  branch: BranchName,
  status: CaseStatus,
  submittedAt: Instant.nullable(),
  items: z.array(localText),
  /** It may be taken for a repetition of another: nothing of it was delivered, and it is not closed. */
  mayRepeat: z.boolean(),
  /** The reference of the request that it repeats already. */
  repeats: z.string().nullable(),
});
export type PersonRequest = z.infer<typeof PersonRequest>;

export const PersonSide = PersonInShort.extend({
  values: z.partialRecord(PersonField, ShownValue),
  requests: z.array(PersonRequest),
  documents: z.array(
    z.strictObject({
      documentKey: z.string(),
      label: localText.nullable(),
      validUntil: IsoDay.nullable(),
    }),
  ),
  household: z.array(
    z.strictObject({
      name: z.string(),
      relationship: localText.nullable(),
      birthYear: z.int().nullable(),
    }),
  ),
  /** Ways to reach them, as they were told. */
  phones: z.array(z.string()),
  address: z.string(),
  /** The latest times that somebody spoke with them, over all channels and branches. */
  contacts: z.array(
    z.strictObject({
      contactId: z.string(),
      at: Instant,
      channel: ContactChannel,
      topic: z.string(),
      branchName: z.string().nullable(),
    }),
  ),
});
export type PersonSide = z.infer<typeof PersonSide>;

const Evidence = z.strictObject({
  field: z.string(),
  kind: z.enum(['name', 'date', 'code', 'text', 'category']),
  agreement: z.enum([
    'unknown',
    'equalRare',
    'equal',
    'variant',
    'similar',
    'displaced',
    'near',
    'different',
  ]),
  /** In bits; above zero it speaks for one person. */
  weight: z.number(),
});
export type Evidence = z.infer<typeof Evidence>;

export const ReviewPairDetail = ReviewPair.extend({
  seen: z.int(),
  weight: z.number(),
  evidence: z.array(Evidence),
  sides: z.tuple([PersonSide, PersonSide]),
  /** Whose file may stay: where one of them alone has a file, it is that one's. */
  mayKeep: z.array(BeneficiaryId).min(1).max(2),
  /** What was said of it last, by whom. */
  said: z.strictObject({ reason: z.string(), by: z.string(), at: Instant }).nullable(),
});
export type ReviewPairDetail = z.infer<typeof ReviewPairDetail>;

export const Merge = z.strictObject({
  mergeId: MergeId,
  kept: PersonInShort,
  merged: PersonInShort,
  keptFileNo: z.string().nullable(),
  mergedFileNo: z.string().nullable(),
  fromMerged: z.array(PersonField),
  reason: z.string(),
  mergedAt: Instant,
  mergedBy: z.string(),
  undone: z.strictObject({ at: Instant, by: z.string(), reason: z.string() }).nullable(),
});
export type Merge = z.infer<typeof Merge>;

export const Collision = z.strictObject({
  collisionId: z.uuid(),
  kind: CollisionKind,
  /** The account, the telephone, the numbers of household members. */
  values: z.array(z.string()).min(1),
  people: z.array(PersonInShort.extend({ caseId: CaseId, reference: z.string() })),
  /** There may be more than are named. */
  total: count,
  foundAt: Instant,
  dismissed: z.strictObject({ at: Instant, by: z.string(), reason: z.string() }).nullable(),
});
export type Collision = z.infer<typeof Collision>;

const Counts = z.strictObject({
  open: count,
  asked: count,
  collisions: count,
  merges: count,
});

const page = {
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  limit: z.coerce.number().int().min(1).max(1_000).default(50),
};

export const hqReviewContract = {
  /** Pairs that wait, the surest first. */
  list: hqPermitted('cases.read')
    .route({ method: 'GET', path: '/review/pairs' })
    .input(
      z.strictObject({
        state: z.enum(['open', 'asked']).default('open'),
        strength: PairStrength.optional(),
        branchOfficeId: BranchOfficeId.optional(),
        ...page,
      }),
    )
    .output(
      z.strictObject({
        pairs: z.array(ReviewPair),
        total: count,
        counts: Counts,
        branches: z.array(BranchName),
      }),
    ),
  pair: hqPermitted('cases.read')
    .route({ method: 'GET', path: '/review/pairs/{oneId}/{otherId}' })
    .input(z.strictObject(pairIds))
    .output(ReviewPairDetail),
  /** One person: the file of `keptId` stays. */
  merge: hqPermitted('persons.merge')
    .route({ method: 'POST', path: '/review/pairs/{oneId}/{otherId}/merge' })
    .input(
      SeenPair.extend({
        keptId: BeneficiaryId,
        fromMerged: z.array(PersonField).max(PersonField.options.length),
        duplicates: z.array(z.strictObject({ caseId: CaseId, of: CaseId })).max(50),
        reason: words,
      }),
    )
    .output(Merge),
  tellApart: hqPermitted('persons.merge')
    .route({ method: 'POST', path: '/review/pairs/{oneId}/{otherId}/apart' })
    .input(SeenPair.extend({ reason: words }))
    .output(z.strictObject({})),
  /** The branch finds it among its contacts, as something on which to report back. */
  askBranch: hqPermitted('persons.merge')
    .route({ method: 'POST', path: '/review/pairs/{oneId}/{otherId}/ask' })
    .input(SeenPair.extend({ branchOfficeId: BranchOfficeId, question: words }))
    .output(z.strictObject({})),
  /** The newest first, with those that were taken back. */
  merges: hqPermitted('cases.read')
    .route({ method: 'GET', path: '/review/merges' })
    .input(z.strictObject(page))
    .output(z.strictObject({ merges: z.array(Merge), counts: Counts })),
  undo: hqPermitted('persons.merge')
    .route({ method: 'POST', path: '/review/merges/{mergeId}/undo' })
    .input(z.strictObject({ mergeId: MergeId, reason: words }))
    .output(Merge),
  /** One account, telephone or household member of several persons. */
  collisions: hqPermitted('cases.read')
    .route({ method: 'GET', path: '/review/collisions' })
    .input(
      z.strictObject({
        kind: CollisionKind.optional(),
        // In an address it is a word.
        dismissed: z.union([z.boolean(), z.stringbool()]).default(false),
        ...page,
      }),
    )
    .output(z.strictObject({ collisions: z.array(Collision), total: count, counts: Counts })),
  dismiss: hqPermitted('persons.merge')
    .route({ method: 'POST', path: '/review/collisions/{collisionId}/dismiss' })
    .input(z.strictObject({ collisionId: z.uuid(), total: count, reason: words }))
    .output(Collision),
  /** What concerns the person of one case: pairs that wait, collisions, and the merge that stands. */
  ofCase: hqPermitted('cases.read')
    .route({ method: 'GET', path: '/review/cases/{caseId}' })
    .input(z.strictObject({ caseId: CaseId }))
    .output(
      z.strictObject({
        pairs: z.array(ReviewPair),
        collisions: z.array(Collision),
        merges: z.array(Merge),
      }),
    ),
};
