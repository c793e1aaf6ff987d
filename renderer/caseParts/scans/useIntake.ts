import { useRef, useState } from 'react';
import type { FileProblem } from '#shared/domain/scans/givenFile.ts';
import type { ScanSource } from '#shared/domain/scans/scan.ts';
import { type DrawnPage, FileRefused } from './drawnPage.ts';
import { pagesOfFile } from './pagesOfFile.ts';

export type IntakeState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'camera' }
  | { readonly kind: 'preparing'; readonly page: number; readonly count: number }
  | { readonly kind: 'preview'; readonly source: ScanSource; readonly pages: readonly DrawnPage[] };

export interface Intake {
  readonly state: IntakeState;
  /** Why the last file was not taken. */
  readonly problem: FileProblem | null;
  /** Several files came at once, and one was taken. */
  readonly isOneOfMany: boolean;
  readonly give: (file: File, source: 'file' | 'pasted', isOneOfMany: boolean) => void;
  readonly openCamera: () => void;
  readonly taken: (page: DrawnPage) => void;
  /** Drops what was not kept. */
  readonly leave: () => void;
}

/** A scan on its way in, before anything is on record: from a file or the camera to the preview. */
export function useIntake(): Intake {
  const [state, setState] = useState<IntakeState>({ kind: 'idle' });
  const [problem, setProblem] = useState<FileProblem | null>(null);
  const [isOneOfMany, setIsOneOfMany] = useState(false);
  // What is still being drawn for a file that was left is not shown any more.
  const turn = useRef(0);
  const begin = (next: IntakeState): number => {
    turn.current += 1;
    setState(next);
    setProblem(null);
    return turn.current;
  };
  const prepare = async (file: File, source: 'file' | 'pasted', mine: number) => {
    try {
      const pages = await pagesOfFile(file, (page, count) => {
        if (turn.current === mine) setState({ kind: 'preparing', page, count });
      });
      if (turn.current === mine) setState({ kind: 'preview', source, pages });
    } catch (error) {
      if (turn.current !== mine) return;
      setState({ kind: 'idle' });
      setProblem(error instanceof FileRefused ? error.problem : 'broken');
    }
  };
  return {
    state,
    problem,
    isOneOfMany,
    give: (file, source, many) => {
      setIsOneOfMany(many);
      void prepare(file, source, begin({ kind: 'preparing', page: 1, count: 1 }));
    },
    openCamera: () => {
      setIsOneOfMany(false);
      begin({ kind: 'camera' });
    },
    taken: (page) => begin({ kind: 'preview', source: 'camera', pages: [page] }),
    leave: () => begin({ kind: 'idle' }),
  };
}
