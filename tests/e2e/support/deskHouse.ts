import { format } from 'node:util';
import { type DeskAnswer, HouseAnswer, HouseOrder } from './deskMessages.ts';
import { type ServedDesk, serveDesk } from './servedDesk.ts';

/**
 * A process with as many desks as a test run needs, one after the other: what the first has loaded
 * serves the others. A desk that is to be killed gets a house of its own.
 */
const desks = new Map<number, ServedDesk>();

async function obey({ desk, order }: HouseOrder): Promise<DeskAnswer> {
  if (order.kind === 'start') {
    const served = await serveDesk(order.setup);
    desks.set(desk, served);
    return { kind: 'ready', caseId: served.caseId };
  }
  const served = desks.get(desk);
  if (served === undefined) throw new Error(`no desk ${desk} in this house`);
  if (order.kind === 'stop') desks.delete(desk);
  return served.obey(order);
}

function reply(call: number, answer: DeskAnswer): void {
  process.send?.(HouseAnswer.parse({ call, answer }));
}

process.on('message', (message) => {
  const order = HouseOrder.parse(message);
  obey(order).then(
    (answer) => reply(order.call, answer),
    (error: unknown) => reply(order.call, { kind: 'failed', error: format(error) }),
  );
});
// Whoever has built the house is gone.
process.on('disconnect', () => process.exit());
