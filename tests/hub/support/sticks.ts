import { expect, vi } from 'vitest';
import { z } from 'zod';
import { TransferState } from '#shared/contracts/hq/parcels.ts';
import type { AnswerOutcome } from '#shared/contracts/stick.ts';
import { CHUNK } from '#shared/domain/scans/scan.ts';
import { base64UrlOf, bytesOfBase64Url, concatBytes } from '#shared/protocol/bytes.ts';
import type { TestDesk } from '../../integration/desk/support/testDesk.ts';
import type { TestHub } from './testHub.ts';

/** The file as the screen saves it to a stick. */
export async function writeStick({ client }: Pick<TestDesk, 'client'>): Promise<Uint8Array> {
  const { parcelId, bytes } = await client.stick.write();
  const pieces: Uint8Array[] = [];
  for (let offset = 0; offset < bytes; offset += CHUNK) {
    const { data } = await client.stick.read({ parcelId, offset });
    pieces.push(bytesOfBase64Url(data));
  }
  const file = concatBytes(...pieces);
  expect(file.length).toBe(bytes);
  return file;
}

/** What headquarters says of a file once it was read, or refused. */
export async function readAtHeadquarters(
  { api, hub }: TestHub,
  file: Uint8Array,
): Promise<Extract<TransferState, { phase: 'read' | 'refused' }>> {
  const transferId = hub.context.ids.uuid();
  const path = `/parcels/transfers/${transferId}`;
  for (let offset = 0; offset < file.length; offset += CHUNK) {
    const data = base64UrlOf(file.subarray(offset, offset + CHUNK));
    const sent = await api('PUT', path, { transferId, offset, size: file.length, data });
    expect(sent.status, JSON.stringify(sent.body)).toBe(200);
  }
  return vi.waitFor(
    async () => {
      const state = TransferState.parse((await api('GET', path)).body);
      if (state.phase === 'receiving' || state.phase === 'reading') throw new Error(state.phase);
      return state;
    },
    { timeout: 20_000, interval: 30 },
  );
}

const Piece = z.strictObject({ fileName: z.string(), size: z.int(), data: z.string() });

/** Headquarters' answer, as its screen saves it to the stick. */
export async function answerOf({ api }: TestHub, parcelId: string): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for (let offset = 0; ; offset += CHUNK) {
    const { status, body } = await api('GET', `/parcels/${parcelId}/answer?offset=${offset}`);
    expect(status, JSON.stringify(body)).toBe(200);
    const { size, data } = Piece.parse(body);
    pieces.push(bytesOfBase64Url(data));
    if (offset + CHUNK >= size) return concatBytes(...pieces);
  }
}

/** The desk reads an answer from a stick. */
export async function takeAnswer(
  { client }: Pick<TestDesk, 'client'>,
  file: Uint8Array,
): Promise<AnswerOutcome> {
  for (let offset = 0; ; offset += CHUNK) {
    const data = base64UrlOf(file.subarray(offset, offset + CHUNK));
    const { outcome } = await client.stick.takeAnswer({ offset, size: file.length, data });
    if (outcome !== null) return outcome;
  }
}
