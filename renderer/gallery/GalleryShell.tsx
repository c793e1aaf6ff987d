import {
  BookOpen,
  FolderOpen,
  MessageCircle,
  RefreshCw,
  ScanLine,
  Sun,
  UsersRound,
} from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { AppShell } from '../components/AppShell.tsx';
import { Button } from '../components/Button.tsx';
import { SafetyPill } from '../components/SafetyPill.tsx';
import { SearchBox } from '../components/SearchBox.tsx';
import { type GalleryLanguage, say } from './words.ts';

export interface GalleryShellProps {
  readonly language: GalleryLanguage;
  readonly current: string;
  readonly children: ReactNode;
}

export function GalleryShell({ language, current, children }: GalleryShellProps) {
  const [search, setSearch] = useState('');
  const places = [
    { id: 'today', label: say(language, 'اليوم', 'Today'), icon: Sun },
    { id: 'cases', label: say(language, 'الحالات', 'Cases'), icon: FolderOpen, count: 4 },
    { id: 'people', label: say(language, 'المستفيدون', 'People'), icon: UsersRound },
    { id: 'contacts', label: say(language, 'التواصل', 'Contacts'), icon: MessageCircle },
    { id: 'library', label: say(language, 'المكتبة', 'Library'), icon: BookOpen },
    { id: 'sync', label: say(language, 'المزامنة', 'Sync'), icon: RefreshCw },
  ];
  return (
    <AppShell
      navigationLabel={say(language, 'التنقل', 'Navigation')}
      items={places.map((place) => ({
        ...place,
        href: `#${place.id}`,
        isCurrent: place.id === current,
      }))}
      person={{
        name: say(language, 'منى العتيبي', 'Muna'),
        initial: say(language, 'م', 'M'),
      }}
      lockLabel={say(language, 'قفل', 'Lock')}
      onLock={() => undefined}
      skipLabel={say(language, 'إلى العمل', 'To the work')}
      topbar={
        <>
          <SearchBox
            label={say(language, 'بحث', 'Search')}
            placeholder={say(
              language,
              'اسم، هوية، جوال، رقم مرجعي، أو موضوع في المكتبة',
              'Name, id, mobile, reference or library page',
            )}
            value={search}
            onChange={setSearch}
            shortcut="Ctrl K"
          />
          <Button size="sm" icon={ScanLine}>
            {say(language, 'امسح إيصالًا', 'Scan a receipt')}
          </Button>
        </>
      }
      safety={
        <SafetyPill
          tone="ok"
          state={say(language, 'كل شيء محفوظ هنا', 'All saved here')}
          href="#sync"
          parts={[
            <>
              <bdi dir="ltr">3</bdi> {say(language, 'تنتظر المركز', 'waiting for HQ')}
            </>,
            <>
              {say(language, 'آخر اتصال', 'Last contact')} <bdi dir="ltr">10:42</bdi>
            </>,
          ]}
        />
      }
    >
      {children}
    </AppShell>
  );
}
