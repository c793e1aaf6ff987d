import type { SyncSituation } from '#shared/contracts/sync.ts';
import type { RefusalCode } from '#shared/protocol/sync/refusal.ts';
import type { HubReply } from './hubClient.ts';

/** What it means when it was not headquarters that answered. */
export function situationOfReply(kind: Exclude<HubReply['kind'], 'statement'>): SyncSituation {
  switch (kind) {
    case 'offline':
      return 'offline';
    case 'notOurs':
      return 'captivePortal';
    case 'away':
      return 'hubUnavailable';
    case 'otherKey':
      return 'wrongHubKey';
  }
}

/** What a refusal says about laptop and headquarters as a whole; null where it is about what was sent. */
export function situationOfRefusal(code: RefusalCode): SyncSituation | null {
  switch (code) {
    case 'unavailable':
    case 'tooMany':
      return 'hubUnavailable';
    case 'protocolTooOld':
    case 'protocolTooNew':
      return 'protocolTooOld';
    case 'deviceRevoked':
      return 'deviceRevoked';
    case 'deviceUnknown':
    case 'signatureWrong':
      return 'deviceUnknown';
    case 'wrongRecipient':
      return 'wrongHubKey';
    case 'clockSkew':
      return 'clockSkew';
    case 'malformed':
    case 'notCanonical':
    case 'tooLarge':
    case 'payloadHashWrong':
    case 'sequenceGap':
    case 'chainBroken':
    case 'batchConflict':
    case 'eventConflict':
    case 'attachmentHashWrong':
    case 'attachmentUnknown':
    case 'cursorUnknown':
      return null;
  }
}
