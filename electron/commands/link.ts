/**
 * `npm run --silent link -- LEFT.csv [RIGHT.csv] [--map MAP.json] [--threshold 0.5] --out PAIRS.csv [--lang ar|en]`:
 * which records of one register, or of two, are of the same person? Ends with 0 when the pairs are written.
 */
import { linkCommand } from './linkCommand.ts';

process.exitCode = await linkCommand(process.argv.slice(2), process.env, (line) => {
  process.stderr.write(`${line}\n`);
});
