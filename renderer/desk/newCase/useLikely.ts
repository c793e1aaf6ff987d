import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useDesk } from '#renderer/access/desk.ts';
import type { KnownElsewhere, KnownHere } from '#shared/contracts/known.ts';
import type { KnownPersonAnswer } from '#shared/domain/case/knownEvents.ts';
import { type Asked, saidOf } from './stated.ts';

export interface Likely {
  readonly likely: readonly KnownHere[];
  readonly elsewhere: readonly KnownElsewhere[];
  /** What was answered to those who were found; they are not shown again. */
  readonly told: readonly KnownPersonAnswer[];
  readonly tell: (answer: KnownPersonAnswer) => void;
}

/** Who may be meant by what is being typed, a slip here or there among it. */
export function useLikely(asked: Asked): Likely {
  const { queries } = useDesk();
  const [told, setTold] = useState<readonly KnownPersonAnswer[]>([]);
  const said = useDeferredValue(saidOf(asked));
  const isAsked = Object.keys(said).length > 0;
  const { data } = useQuery({
    ...queries.known.candidates.queryOptions({ input: { said } }),
    enabled: isAsked,
    placeholderData: keepPreviousData,
  });
  const left = <Known extends KnownElsewhere>(all: readonly Known[] | undefined) =>
    isAsked
      ? (all ?? []).filter(({ subject }) => !told.some((answer) => answer.subject === subject))
      : [];
  return {
    likely: left(data?.here),
    elsewhere: left(data?.elsewhere),
    told,
    tell: (answer) => setTold([...told, answer]),
  };
}
