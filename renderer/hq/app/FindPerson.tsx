import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHqMay } from '#renderer/access/hq/status.ts';
import { useFocusKey } from '#renderer/commands/useFocusKey.ts';
import { SearchBox } from '#renderer/components/SearchBox.tsx';

/** The registry, asked from any screen: Enter shows everybody who fits. */
export function FindPerson() {
  const { t } = useTranslation('hqShell');
  const navigate = useNavigate();
  const mayFind = useHqMay('registry.read');
  const box = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  useFocusKey(box);
  if (!mayFind) return null;
  return (
    <SearchBox
      ref={box}
      label={t('find')}
      placeholder={t('find')}
      shortcut="Ctrl K"
      value={text}
      onChange={setText}
      onKeyDown={({ key }) => {
        if (key === 'Escape') setText('');
        if (key !== 'Enter' || text.trim() === '') return;
        // A question asked anew takes the place of what was typed in the list before.
        const search = { text: text.trim(), asked: Date.now() };
        void navigate({ to: '/registry' as string, search: search as never });
        setText('');
      }}
    />
  );
}
