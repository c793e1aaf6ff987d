import { networkInterfaces } from 'node:os';

/**
 * The networks that this machine is on, as a text to be compared with an earlier one: another text means
 * that a cable, a wireless network or a phone has come or gone.
 */
export function networksNow(): string {
  return Object.entries(networkInterfaces())
    .flatMap(([name, addresses = []]) =>
      addresses.filter(({ internal }) => !internal).map(({ cidr }) => `${name} ${cidr}`),
    )
    .toSorted()
    .join('\n');
}
