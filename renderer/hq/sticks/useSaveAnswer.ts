import { useMutation } from '@tanstack/react-query';
import { useHq } from '#renderer/access/hq/hq.ts';
import { saveFromPieces } from '#renderer/transport/filePieces.ts';
import type { ParcelId } from '#shared/protocol/sync/parcel.ts';

/** Hands headquarters' sealed answer to the browser for saving. */
export function useSaveAnswer() {
  const { client } = useHq();
  return useMutation({
    mutationFn: async (parcelId: ParcelId) => {
      const first = await client.parcels.answer({ parcelId, offset: 0 });
      await saveFromPieces(
        first,
        async (offset) => (offset === 0 ? first : client.parcels.answer({ parcelId, offset })),
        () => undefined,
      );
    },
  });
}
