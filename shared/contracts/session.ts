import { z } from 'zod';
import { BranchRole } from '#shared/domain/case/permission.ts';
import { Language } from '#shared/domain/case/vocabulary.ts';
import { ActorId, BranchOfficeId, CaseId, IsoDay } from '#shared/domain/identity.ts';
import { SurveyLanguage, SurveyQuestion } from '#shared/domain/survey/survey.ts';
import { permitted } from './base.ts';

export const COVER_AFTER_MINUTES = [5, 10, 20, 30] as const;
const CoverAfterMinutes = z.literal(COVER_AFTER_MINUTES);

export const Preferences = z.strictObject({
  language: Language,
  theme: z.enum(['system', 'light', 'dark']),
  contrast: z.enum(['system', 'high']),
  /** After so long without a hand on mouse or keys the screen is covered; nothing is closed. */
  coverAfterMinutes: CoverAfterMinutes.default(10),
});
export type Preferences = z.infer<typeof Preferences>;

export const Branch = z.strictObject({
  branchOfficeId: BranchOfficeId,
  code: z.string(),
  name: z.string(),
  lane: z.string(),
  training: z.boolean(),
});
export type Branch = z.infer<typeof Branch>;

export const Person = z.strictObject({
  actorId: ActorId,
  displayName: z.string(),
  role: BranchRole,
});
export type Person = z.infer<typeof Person>;

/** What keeps the desk from opening; the code is one of `DeskErrorCode` and has its sentence. */
export const DeskTrouble = z.enum([
  'keyFileMissing',
  'keyFileDamaged',
  'keyStoreUnavailable',
  'databaseMissing',
  'databaseWrongKey',
  'databaseDamaged',
  'databaseInUse',
  'databaseNewer',
  'diskFull',
  'diskFailed',
]);
export type DeskTrouble = z.infer<typeof DeskTrouble>;

/**
 * How far an opening is that takes long, after the program was renewed: the data are kept as they were
 * (in MiB), then lists and search are made anew, of cases and then of people. A total of 0: not known yet.
 */
export const OpeningProgress = z.strictObject({
  stage: z.enum(['copy', 'cases', 'people']),
  done: z.int(),
  total: z.int(),
});
export type OpeningProgress = z.infer<typeof OpeningProgress>;

/** The survey that a beneficiary answers alone, and how it ended; null while it is being answered. */
export const Kiosk = z.strictObject({
  survey: z.enum(['S1', 'S2']),
  /** What is asked of this person, in order. */
  asked: z.array(SurveyQuestion).min(1),
  caseId: CaseId,
  /** In which it begins; the person may choose another. */
  language: SurveyLanguage,
  ended: z.enum(['given', 'declined']).nullable(),
});
export type Kiosk = z.infer<typeof Kiosk>;

/** `today` is the Asia/Riyadh civil day by the desk's clock: screens take the day from here. */
export const DeskStatus = z.discriminatedUnion('phase', [
  z.strictObject({ phase: z.literal('firstRun'), today: IsoDay, preferences: Preferences }),
  z.strictObject({
    phase: z.literal('locked'),
    today: IsoDay,
    preferences: Preferences,
    branchName: z.string(),
    training: z.boolean(),
    people: z.array(Person.omit({ role: true })),
    trouble: DeskTrouble.nullable(),
    /** Somebody was let in, and the data are still being brought up to date; null otherwise. */
    opening: OpeningProgress.nullable(),
  }),
  z.strictObject({
    phase: z.literal('confirmRecovery'),
    today: IsoDay,
    preferences: Preferences,
    branch: Branch,
    person: Person,
    /** Shown once on this screen, for printing; gone after it is confirmed. */
    recoveryCode: z.string(),
    /** Which groups (from 0) the person types again. */
    askedGroups: z.array(z.int()),
  }),
  z.strictObject({
    phase: z.literal('open'),
    today: IsoDay,
    preferences: Preferences,
    branch: Branch,
    person: Person,
    /** The database is behind its side file (an old copy was put back): read, print, export only. */
    readOnly: z.boolean(),
    /** The screen is turned to the beneficiary: nothing else is shown until the password is given. */
    kiosk: Kiosk.nullable(),
    /** Nothing may be seen or done until the person's password lifts the cover. */
    covered: z.boolean(),
  }),
  z.strictObject({
    phase: z.literal('trouble'),
    today: IsoDay,
    preferences: Preferences,
    trouble: DeskTrouble,
  }),
]);
export type DeskStatus = z.infer<typeof DeskStatus>;

/** Three letters and two digits, as headquarters gave it: `MKH01`. */
export const BranchCode = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z]{3}\d{2}$/);

export const PersonName = z.string().trim().min(2).max(120);
/** Of a password at the desk, in characters, composed (NFC). */
export const SHORTEST_PASSWORD = 8;
/** Length is checked by the desk, so that the refusal has its own sentence. */
export const Password = z.string().max(400);

export const sessionContract = {
  status: permitted('open').output(DeskStatus),
  found: permitted('open')
    .input(
      z.discriminatedUnion('kind', [
        z.strictObject({
          kind: z.literal('branch'),
          language: Language,
          branchName: PersonName,
          branchCode: BranchCode,
          personName: PersonName,
          password: Password,
        }),
        z.strictObject({
          kind: z.literal('training'),
          language: Language,
          /** Which of the two invented offices; the first without it. */
          office: z.enum(['first', 'second']).optional(),
        }),
      ]),
    )
    .output(DeskStatus),
  /** The groups asked for, typed from the printed paper. */
  confirmRecovery: permitted('desk.use')
    .input(z.strictObject({ groups: z.array(z.string().max(20)).max(8) }))
    .output(DeskStatus),
  unlock: permitted('open')
    .input(z.strictObject({ actorId: ActorId, password: Password }))
    .output(DeskStatus),
  /** Opens with the printed code and gives this person a new password. */
  recover: permitted('open')
    .input(z.strictObject({ code: z.string().max(120), actorId: ActorId, password: Password }))
    .output(DeskStatus),
  /** Open to all: whoever passes an open desk may lock it. */
  lock: permitted('open').output(DeskStatus),
  cover: permitted('desk.use').output(DeskStatus),
  /** Open, since nobody is there while the desk is covered. Refuses with `wrongPassword`. */
  uncover: permitted('open')
    .input(z.strictObject({ password: Password }))
    .output(DeskStatus),
  setPreferences: permitted('open').input(Preferences.partial()).output(DeskStatus),
};
