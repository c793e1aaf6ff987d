import { useMutation } from '@tanstack/react-query';
import { useHq } from '#renderer/access/hq/hq.ts';
import { saveNamedPieces } from '#renderer/transport/filePieces.ts';
import type { ParcelId } from '#shared/protocol/sync/parcel.ts';

/** Hands headquarters' sealed answer to the browser for saving. */
export function useSaveAnswer() {
  const { client } = useHq();
  return useMutation({
    mutationFn: (parcelId: ParcelId) =>
      saveNamedPieces((offset) => client.parcels.answer({ parcelId, offset })),
  });
}
