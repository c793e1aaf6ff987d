/** Whatever takes the focus by Tab. */
export const FOCUSABLE =
  'input:not([type="hidden"]), select, textarea, button, a[href], [tabindex]:not([tabindex="-1"])';

/**
 * Brings the control with this id into view and gives it the focus; in a group, its chosen or first
 * control. Returns false when the page has no such field (its section is not open).
 */
export function focusField(id: string): boolean {
  const element = document.getElementById(id);
  if (element === null) {
    return false;
  }
  const inside = element.matches(FOCUSABLE)
    ? element
    : (element.querySelector(':checked, [data-focus-first]') ?? element.querySelector(FOCUSABLE));
  element.scrollIntoView({ block: 'center' });
  if (inside instanceof HTMLElement) {
    inside.focus();
    return true;
  }
  return false;
}
