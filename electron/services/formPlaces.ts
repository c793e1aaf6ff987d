import { DeskError } from '#electron/dispatcher/deskError.ts';
import type { AnswerPatch } from '#shared/domain/answers/answerPatch.ts';
import { withoutRowIds } from '#shared/domain/answers/answerSet.ts';
import type { Item, Questionnaire } from '#shared/domain/questionnaire/model.ts';
import { sectionKey } from '#shared/domain/questionnaire/sectionKey.ts';

/** Where each field and repeat of a form stands: path without row ids → key of its section. */
export interface FormPlaces {
  readonly sections: ReadonlySet<string>;
  readonly fields: ReadonlyMap<string, string>;
  readonly repeats: ReadonlyMap<string, string>;
}

const known = new WeakMap<Questionnaire, FormPlaces>();

/** Made once for each form: every save asks it. */
export function formPlaces(form: Questionnaire): FormPlaces {
  const places = known.get(form) ?? newPlaces(form);
  known.set(form, places);
  return places;
}

function newPlaces(form: Questionnaire): FormPlaces {
  const fields = new Map<string, string>();
  const repeats = new Map<string, string>();
  function visit(items: readonly Item[], section: string): void {
    for (const item of items) {
      if (item.kind === 'field') {
        // What the form calculates or the desk fills in is nobody's to set.
        if (item.asked) fields.set(item.schemaPath, section);
        continue;
      }
      if (item.kind === 'repeat') repeats.set(item.schemaPath, section);
      visit(item.items, section);
    }
  }
  for (const section of form.sections) visit(section.items, sectionKey(section));
  return { sections: new Set(form.sections.map(sectionKey)), fields, repeats };
}

/**
 * Refuses what this page has no field for: a path that the form does not have, that another page
 * holds, or that is not asked.
 * @param section null where the whole form is one page
 * @throws DeskError `answerRefused` with the path
 */
export function assertOnPage(
  form: Questionnaire,
  section: string | null,
  patches: readonly AnswerPatch[],
): void {
  const { fields, repeats } = formPlaces(form);
  for (const patch of patches) {
    const [places, path] = patch.op === 'set' ? [fields, patch.path] : [repeats, patch.repeat];
    const found = places.get(withoutRowIds(path));
    if (found === undefined || (section !== null && found !== section)) {
      throw new DeskError('answerRefused', { path });
    }
  }
}
