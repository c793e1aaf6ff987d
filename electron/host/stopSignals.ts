/** Ctrl+C, a service manager's request, and the closing of the terminal's window. */
const STOP_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Settles at the first such signal; a second one ends the process at once, as by default. */
export function stopSignals(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of STOP_SIGNALS) process.once(signal, () => resolve());
  });
}
