import { casesWithPage } from '#db/desk/attachmentQueue.ts';
import { DeskError } from '#electron/dispatcher/deskError.ts';
import type { Appended } from '#shared/contracts/base.ts';
import type { signedPaperContract } from '#shared/contracts/signedPaper.ts';
import { type CaseState, standingDeclaration } from '#shared/domain/case/caseState.ts';
import {
  keptPictures,
  type PaperDeclaration,
  paperDeclaration,
  paperScansOf,
} from '#shared/domain/case/paperScans.ts';
import { sealHashOf } from '#shared/domain/case/sealing.ts';
import type { EventId } from '#shared/domain/identity.ts';
import { MOST_SCANS, ScanId, type ScanPage } from '#shared/domain/scans/scan.ts';
import { append, assertMay, caseAtHand, caseState } from './caseWork.ts';
import type { ContractInput } from './contractInput.ts';
import type { OpenDesk } from './openDesk.ts';
import { assertWritable, destroyPages, putOnRecord } from './scanFiles.ts';

type Input<Name extends keyof typeof signedPaperContract> = ContractInput<
  (typeof signedPaperContract)[Name]
>;

/**
 * @throws DeskError `actionNotAllowed` where nothing was signed on paper; `paperSealChanged`, `paperScanTwice`,
 * `paperOfAnotherCase`, `paperScansFull`
 */
export function beginSignedPaper(desk: OpenDesk, input: Input<'begin'>): { scanId: ScanId } {
  const { caseId, declaration, source, pages } = input;
  const at = caseAtHand(desk, caseId);
  assertMay(at, 'scanSignedPaper');
  assertWritable(desk);
  standingPaper(at.state, declaration);
  assertOfThisSheet(desk, at.state, pages);
  if (paperScansOf(at.state, declaration).length >= MOST_SCANS) {
    throw new DeskError('paperScansFull');
  }
  const scanId = ScanId.parse(desk.store.ids.uuid());
  desk.uploads.add({
    caseId,
    scanId,
    subject: { kind: 'signedPaper', declaration },
    source,
    pages,
  });
  return { scanId };
}

/**
 * Binds the picture to the seal by its hash (policy, section 6): what was changed meanwhile needs another sheet.
 * @throws DeskError as `beginSignedPaper`; `scanInterrupted`, `shelfRequired`
 */
export function attachSignedPaper(desk: OpenDesk, input: Input<'attach'>): Appended {
  const { caseId, scanId } = input;
  const upload = desk.uploads.get(caseId, scanId);
  const { subject, source, pages } = upload;
  if (subject.kind !== 'signedPaper') throw new DeskError('scanInterrupted');
  const at = caseAtHand(desk, caseId);
  assertMay(at, 'scanSignedPaper');
  const { eventId, seal } = standingPaper(at.state, subject.declaration);
  assertOfThisSheet(desk, at.state, pages);
  const shelf = input.shelf.trim();
  if (shelf === '') throw new DeskError('shelfRequired');
  return putOnRecord(desk, upload, () =>
    append(desk, caseId, [
      {
        kind: 'signedPaperScanned',
        caseId,
        actorId: desk.person.actorId,
        formVersion: null,
        payload: {
          scanId,
          declaration: eventId,
          sealHash: sealHashOf(desk.store.crypto, seal.statement),
          source,
          pages: [...pages],
          shelf,
        },
      },
    ]),
  );
}

/** @throws DeskError `reasonRequired`, `inputInvalid` for a picture that does not stand */
export function removeSignedPaper(desk: OpenDesk, input: Input<'remove'>): Appended {
  const { caseId, scanId, reason } = input;
  const at = caseAtHand(desk, caseId);
  assertMay(at, 'removePaperScan');
  const scan = paperScansOf(at.state).find((each) => each.scanId === scanId);
  if (scan === undefined) throw new DeskError('inputInvalid');
  if (reason === '') throw new DeskError('reasonRequired');
  return destroyPages(desk, { ...scan, caseId }, () =>
    append(desk, caseId, [
      {
        kind: 'signedPaperScanRemoved',
        caseId,
        actorId: desk.person.actorId,
        formVersion: null,
        payload: { scanId, reason },
      },
    ]),
  );
}

/** @throws DeskError `paperSealChanged` where the sheet is of a declaration that does not stand in this case */
function standingPaper(state: CaseState, declaration: EventId): PaperDeclaration {
  const standing = paperDeclaration(standingDeclaration(state));
  if (standing?.eventId !== declaration) throw new DeskError('paperSealChanged');
  return standing;
}

/** A picture is of one sheet: neither this case nor another may hold the same one. */
function assertOfThisSheet(desk: OpenDesk, state: CaseState, pages: readonly ScanPage[]): void {
  const held = new Set(keptPictures(state).flatMap((scan) => scan.pages.map(({ hash }) => hash)));
  if (pages.every(({ hash }) => held.has(hash))) throw new DeskError('paperScanTwice');
  const [first = [], ...others] = pages.map(({ hash }) =>
    casesWithPage(desk.store.reader, hash).filter((caseId) => caseId !== state.caseId),
  );
  const another = first.find((caseId) => others.every((cases) => cases.includes(caseId)));
  if (another !== undefined) {
    throw new DeskError('paperOfAnotherCase', { path: caseState(desk, another).reference });
  }
}
