/** Joins the class names that apply; CSS modules give `undefined` for a class that has no rules. */
export function classNames(...names: readonly (string | false | null | undefined)[]): string {
  return names.filter((name) => typeof name === 'string' && name !== '').join(' ');
}
