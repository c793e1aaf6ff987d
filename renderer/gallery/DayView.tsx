import { Bell, Inbox, Laptop, PenLine } from 'lucide-react';
import { useState } from 'react';
import { Bdi } from '../components/Bdi.tsx';
import { Button } from '../components/Button.tsx';
import { DataTable } from '../components/DataTable.tsx';
import { Money } from '../components/Money.tsx';
import { Page, Stack } from '../components/Page.tsx';
import { Panel } from '../components/Panel.tsx';
import { Stations } from '../components/Stations.tsx';
import { Timeline } from '../components/Timeline.tsx';
import { WorkList } from '../components/WorkList.tsx';
import { GalleryShell } from './GalleryShell.tsx';
import { type GalleryLanguage, say } from './words.ts';

const PEOPLE = [
  { id: '1123456780', name: 'سعود فهد المطيري', income: '1,000' },
  { id: '1987654322', name: 'عبدالرحمن فهد المطيري', income: '0' },
];

export function DayView({ language }: { readonly language: GalleryLanguage }) {
  const [openId, setOpenId] = useState<string | null>('1987654322');
  return (
    <GalleryShell language={language} current="today">
      <Page
        columns="split"
        title={say(language, 'صباح الخير يا منى', 'Good morning, Muna')}
        subtitle={say(language, 'الخميس، 5 رجب 1447هـ', 'Thursday, 5 Rajab 1447 AH')}
      >
        <Stack>
          <Stations
            label={say(language, 'المحطات', 'Stations')}
            stations={[
              {
                id: '1',
                name: say(language, 'مسودات', 'Drafts'),
                icon: PenLine,
                count: '2',
                hint: say(language, 'في هذا الجهاز فقط', 'Here only'),
              },
              {
                id: '2',
                name: say(language, 'موقّعة هنا', 'Signed here'),
                icon: Laptop,
                count: '3',
              },
              {
                id: '3',
                name: say(language, 'أُدرجت', 'Imported'),
                icon: Inbox,
                tone: 'ok',
                count: '96',
              },
            ]}
          />
          <WorkList
            groups={[
              {
                id: 'tell',
                title: say(language, 'قرارات حلّ اليوم موعد تبليغها', 'Decisions to tell today'),
                icon: Bell,
                tone: 'review',
                items: [
                  {
                    id: '1',
                    name: 'أحمد محمد علي الغامدي',
                    reference: 'MKH01-A2-2025-000109-4',
                    why: say(language, 'انقضت مدة الأسبوعين', 'The two weeks are over'),
                    when: <Bdi>20/06/1447</Bdi>,
                    action: <Button size="sm">{say(language, 'تبليغ القرار', 'Tell')}</Button>,
                  },
                ],
              },
              {
                id: 'draft',
                title: say(language, 'مسودات تُستكمل', 'Drafts'),
                icon: PenLine,
                tone: 'brand',
                items: [
                  {
                    id: '2',
                    name: 'نورة بنت عبد الله السبيعي',
                    reference: 'MKH01-A2-2025-000123-7',
                    why: say(
                      language,
                      'الوثائق والمطابقة: بقي أمر واحد يمنع التوقيع',
                      'One thing stops signing',
                    ),
                    when: <Bdi>10:47</Bdi>,
                    action: <Button size="sm">{say(language, 'متابعة', 'Go on')}</Button>,
                  },
                  {
                    id: '3',
                    name: 'فاطمة علي محمد الشهري',
                    reference: 'MKH01-A2-2025-000124-5',
                    why: say(language, 'المقابلة: 6 من 10', 'Interview: 6 of 10'),
                    when: <Bdi>12:20</Bdi>,
                    action: <Button size="sm">{say(language, 'متابعة', 'Go on')}</Button>,
                  },
                ],
              },
            ]}
          />
          <Panel body="flush" title={say(language, 'أفراد الأسرة', 'Family')}>
            <DataTable
              caption={say(language, 'أفراد الأسرة', 'Family')}
              isDense
              rows={PEOPLE}
              rowId={(row) => row.id}
              columns={[
                {
                  id: 'name',
                  head: say(language, 'الاسم', 'Name'),
                  isRowName: true,
                  cell: (row) => row.name,
                },
                {
                  id: 'id',
                  head: say(language, 'الهوية', 'Id'),
                  cell: (row) => <Bdi>{row.id}</Bdi>,
                },
                {
                  id: 'income',
                  head: say(language, 'الدخل', 'Income'),
                  isFigure: true,
                  cell: (row) => <Money text={row.income} />,
                },
              ]}
              drawer={{
                openId,
                onToggle: (id) => setOpenId(id === openId ? null : id),
                openLabel: (row) => row.name,
                closeLabel: (row) => row.name,
                content: (row) => row.name,
              }}
            />
          </Panel>
        </Stack>
        <Panel title={say(language, 'مواعيد اليوم', 'Today')}>
          <Timeline
            items={[
              {
                id: '1',
                time: '09:00',
                title: say(language, 'زيارة منزلية', 'Home visit'),
                detail: 'هبة الله محمود',
                state: 'past',
              },
              {
                id: '2',
                time: '11:30',
                title: say(language, 'تسليم سلة', 'Delivery'),
                detail: 'سيف الدين برناوي',
                state: 'now',
              },
              {
                id: '3',
                time: '13:00',
                title: say(language, 'مقابلة', 'Interview'),
                detail: 'يحيى عسيري',
                state: 'later',
              },
            ]}
          />
        </Panel>
      </Page>
    </GalleryShell>
  );
}
