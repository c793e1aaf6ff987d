import { useQueryClient } from '@tanstack/react-query';
import { useDesk } from '#renderer/access/desk.ts';

/** Contact, lists and the day are looked at again after a step, also after one that was refused. */
export function useInquiryChanged(): () => Promise<unknown> {
  const { queries } = useDesk();
  const cache = useQueryClient();
  return () =>
    Promise.all(
      [queries.inquiries, queries.contacts, queries.today, queries.safety].map((each) =>
        cache.invalidateQueries({ queryKey: each.key() }),
      ),
    );
}
