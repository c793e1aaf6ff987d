import { sep } from 'node:path';

/**
 * What may be written down about a failure. There is no message among it: messages of databases and
 * parsers quote the very values that they stumbled over, and those are people's data.
 */
export interface Failure {
  /** Where it happened: a procedure's path (`cases.get`) or a part of the host. */
  readonly place: string;
  /** Kinds of the error and of its causes, outermost first: `TypeError`, `SqliteError SQLITE_FULL`. */
  readonly kinds: readonly string[];
  /** Lines of the stack, without the message above them. */
  readonly frames: readonly string[];
}

const MAX_CAUSES = 4;
const MAX_FRAMES = 12;
const PROJECT_FOLDER = new URL('../', import.meta.url);

/**
 * Reduces an error to what may be logged: kinds and stack lines. Messages are left out, also where
 * the stack repeats them, because they may quote what a person said; and the folder in which the
 * desk is installed is cut off the paths, because it may carry a user's name.
 */
export function describeFailure(place: string, error: unknown): Failure {
  const kinds: string[] = [];
  let current: unknown = error;
  for (let depth = 0; depth < MAX_CAUSES && current !== undefined && current !== null; depth += 1) {
    kinds.push(kindOf(current));
    current = current instanceof Error ? current.cause : undefined;
  }
  return { place, kinds, frames: error instanceof Error ? framesOf(error) : [] };
}

function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return `thrown ${typeof error}`;
  const kind = safeWord(error.constructor.name) ?? 'Error';
  const code = 'code' in error && typeof error.code === 'string' ? safeWord(error.code) : null;
  return code === null ? kind : `${kind} ${code}`;
}

/** Names of classes and codes of errors are words of programs; anything else is not let through. */
function safeWord(text: string): string | null {
  return /^[A-Za-z][A-Za-z0-9_]{0,59}$/.test(text) ? text : null;
}

function framesOf(error: Error): readonly string[] {
  const stack = error.stack ?? '';
  // V8 puts `name: message` before the frames; the message may have lines of its own, even such as
  // look like frames, so exactly these lines are cut off and what does not match is not logged.
  const head = stack.indexOf(error.message);
  const frames =
    error.message === '' || head < 0 ? stack : stack.slice(head + error.message.length);
  return frames
    .split('\n')
    .filter((line) => /^\s+at \S/.test(line))
    .slice(0, MAX_FRAMES)
    .map((line) => withoutProjectFolder(line.trim()));
}

function withoutProjectFolder(line: string): string {
  const folder = decodeURIComponent(PROJECT_FOLDER.pathname).replaceAll('/', sep);
  return line
    .replaceAll(PROJECT_FOLDER.href, '')
    .replaceAll(folder, '')
    .replaceAll(folder.replace(/^\\/, ''), '');
}
