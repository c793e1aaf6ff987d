import type { CopyProblem } from '#shared/contracts/copies.ts';

/** Why a copy was not made, or cannot be read. */
export class CopyFailure extends Error {
  override readonly name = 'CopyFailure';
  readonly problem: CopyProblem;
  /** The file at fault, by its name in the folder of copies. */
  readonly file: string | null;

  constructor(problem: CopyProblem, file: string | null = null) {
    super(problem);
    this.problem = problem;
    this.file = file;
  }
}

const PROBLEM_OF_ERROR: Readonly<Record<string, CopyProblem>> = {
  ENOSPC: 'copyFolderFull',
  EDQUOT: 'copyFolderFull',
  EFBIG: 'copyFolderFull',
  EACCES: 'copyFolderNotWritable',
  EPERM: 'copyFolderNotWritable',
  EROFS: 'copyFolderNotWritable',
  // A stick that was pulled out: its folder is gone, or its device does not answer.
  ENOENT: 'copyInterrupted',
  ENOTDIR: 'copyInterrupted',
  EIO: 'copyInterrupted',
  ENXIO: 'copyInterrupted',
  ENODEV: 'copyInterrupted',
  EBADF: 'copyInterrupted',
  ESTALE: 'copyInterrupted',
  EBUSY: 'copyInterrupted',
  EINVAL: 'copyInterrupted',
  UNKNOWN: 'copyInterrupted',
};

/** Names what a file system says; null when the error is no such thing. */
export function copyProblemOf(error: unknown): CopyProblem | null {
  if (error instanceof CopyFailure) return error.problem;
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string')
    return null;
  return PROBLEM_OF_ERROR[error.code] ?? null;
}
