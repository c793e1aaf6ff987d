import { useState } from 'react';
import { useTakeRestored } from '#renderer/access/status.ts';
import type { FoundCopy, OpenedCopy, Restored } from '#shared/contracts/restore.ts';
import type { DeskStatus } from '#shared/contracts/session.ts';
import { assertNever } from '#shared/domain/assertNever.ts';
import { RestoreCode } from './RestoreCode.tsx';
import { RestoreDone } from './RestoreDone.tsx';
import { RestoreFolder } from './RestoreFolder.tsx';
import { RestorePerson } from './RestorePerson.tsx';

/** The copy that was opened, and how it is opened again. */
export interface CopyKey {
  readonly path: string;
  readonly place: string;
  readonly name: string;
  readonly code: string;
}

type Step =
  | { readonly at: 'folder' }
  | { readonly at: 'code'; readonly path: string; readonly copies: readonly FoundCopy[] }
  | {
      readonly at: 'person';
      readonly key: CopyKey;
      readonly opened: OpenedCopy;
      readonly from: Step;
    }
  | { readonly at: 'done'; readonly status: DeskStatus; readonly restored: Restored };

/** A desk is made again from a copy: folder, code, person, and what came back. */
export function RestoreDoor({
  setsAside,
  onLeave,
}: {
  /** Whether the profile holds data that cannot be worked at. */
  readonly setsAside: boolean;
  readonly onLeave: () => void;
}) {
  const [step, setStep] = useState<Step>({ at: 'folder' });
  const takeRestored = useTakeRestored();
  switch (step.at) {
    case 'folder':
      return (
        <RestoreFolder
          onBack={onLeave}
          onFound={(path, copies) => setStep({ at: 'code', path, copies })}
        />
      );
    case 'code':
      return (
        <RestoreCode
          path={step.path}
          copies={step.copies}
          onBack={() => setStep({ at: 'folder' })}
          onOpened={(key, opened) => setStep({ at: 'person', key, opened, from: step })}
        />
      );
    case 'person':
      return (
        <RestorePerson
          copyKey={step.key}
          opened={step.opened}
          setsAside={setsAside}
          onBack={() => setStep(step.from)}
          onDone={({ status, restored }) => setStep({ at: 'done', status, restored })}
        />
      );
    case 'done':
      return (
        <RestoreDone
          restored={step.restored}
          onGoOn={() => {
            takeRestored(step.status);
            onLeave();
          }}
        />
      );
    default:
      return assertNever(step);
  }
}
