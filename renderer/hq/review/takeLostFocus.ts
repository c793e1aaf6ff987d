/**
 * What comes in the place of what held the focus takes it, from its beginning: the hand goes on there, and
 * its keys work at once. A focus that stands somewhere is left there.
 */
export function takeLostFocus(panel: HTMLElement | null): void {
  const { activeElement } = document;
  if (panel === null || (activeElement !== null && activeElement !== document.body)) return;
  panel.scrollIntoView({ block: 'start', behavior: 'instant' });
  panel.focus({ preventScroll: true });
}
