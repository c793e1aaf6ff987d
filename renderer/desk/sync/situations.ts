import type { LucideIcon } from 'lucide-react';
import { CircleCheck, CloudOff, CloudUpload, OctagonX, TriangleAlert, WifiOff } from 'lucide-react';
import type { NoteTone } from '#renderer/components/Note.tsx';
import type { SyncSituation } from '#shared/contracts/sync.ts';

/** Red only for what does not go on by itself; what merely waits is no alarm. */
export function situationTone(situation: SyncSituation): NoteTone {
  switch (situation) {
    case 'allSent':
    case 'stickAnswer':
      return 'ok';
    case 'neverTried':
    case 'sending':
    case 'locked':
    case 'byFileOnly':
    case 'notEnrolled':
    case 'offline':
      return 'info';
    case 'captivePortal':
    case 'hubUnavailable':
    case 'clockSkew':
    case 'refused':
    case 'pagesStay':
    case 'protocolTooOld':
    case 'feedBroken':
      return 'review';
    case 'deviceRevoked':
    case 'deviceUnknown':
    case 'wrongHubKey':
      return 'stop';
  }
}

export function situationIcon(situation: SyncSituation): LucideIcon {
  switch (situationTone(situation)) {
    case 'ok':
      return CircleCheck;
    case 'stop':
      return OctagonX;
    case 'review':
      return situation === 'hubUnavailable' ? CloudOff : TriangleAlert;
    default:
      return situation === 'offline' ? WifiOff : CloudUpload;
  }
}
