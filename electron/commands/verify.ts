/**
 * `npm run verify -- FILE [--lang ar|en]`: is an exported case as it was written? Needs neither the
 * database nor a network. Ends with 0 when all of it holds, otherwise with 1.
 */
import { verifyCommand } from './verifyCommand.ts';

const { exitCode, lines } = verifyCommand(process.argv.slice(2), process.env);
process.stdout.write(`${lines.join('\n')}\n`);
process.exitCode = exitCode;
