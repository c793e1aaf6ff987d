import { z } from 'zod';

const weightedName = z.tuple([z.string().min(1), z.int().min(1)]);
/** In Arabic, and as a passport prints it. */
const nameInBoth = z.tuple([z.string().min(1), z.string().regex(/^[A-Z][A-Z ]*$/)]);

/** Names and places of invented people; `resources/training/people.v1.json` holds them. */
export const PeopleData = z.strictObject({
  id: z.string(),
  version: z.int().min(1),
  men: z.array(weightedName).min(1),
  women: z.array(weightedName).min(1),
  families: z.strictObject({
    common: z.array(weightedName).min(1),
    byRegion: z.record(z.string(), z.array(weightedName).min(1)),
  }),
  places: z
    .array(
      z.strictObject({
        region: z.string(),
        weight: z.int().min(1),
        cities: z
          .array(
            z.strictObject({
              name: z.string().min(2),
              weight: z.int().min(1),
              /** The first two digits of its postal codes. */
              postal: z.string().regex(/^\d{2}$/),
              districts: z.array(z.string().min(2)).min(1),
            }),
          )
          .min(1),
      }),
    )
    .min(1),
  streets: z.array(z.string().min(2)).min(1),
  gcc: z.array(
    z.strictObject({
      nationality: z.string().length(3),
      weight: z.int().min(1),
      families: z.array(nameInBoth).min(1),
    }),
  ),
  gulfGiven: z.strictObject({
    men: z.array(nameInBoth).min(1),
    women: z.array(nameInBoth).min(1),
  }),
  foreigners: z.array(
    z.strictObject({
      nationality: z.string().length(3),
      weight: z.int().min(1),
      language: z.string().length(2),
      men: z.array(nameInBoth).min(1),
      women: z.array(nameInBoth).min(1),
      families: z.array(nameInBoth).min(1),
    }),
  ),
  /** What is said in an interview in words. */
  said: z.strictObject({
    reasons: z.array(z.string().min(20)).min(1),
    creditor: z.string().min(2),
    employer: z.string().min(2),
    occupation: z.string().min(2),
    hajjServiceProvider: z.string().min(2),
    campLocation: z.string().min(2),
    addressDescription: z.string().min(10),
    inquiries: z
      .array(z.strictObject({ topic: z.string(), question: z.string(), answer: z.string() }))
      .min(1),
  }),
});
export type PeopleData = z.infer<typeof PeopleData>;
