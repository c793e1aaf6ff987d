import { useEffect } from 'react';
import { focusField } from '#renderer/components/focus-field.ts';

/** A form that opens in the place of its button takes the focus that the button had. */
export function useFocusAtOpening(id: string): void {
  useEffect(() => {
    focusField(id);
  }, [id]);
}
