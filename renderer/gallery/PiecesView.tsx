import { CircleCheck, Copy, Plus, Sun, Trash2, ZoomIn } from 'lucide-react';
import { useState } from 'react';
import { ActionMenu } from '../components/ActionMenu.tsx';
import { Badge } from '../components/Badge.tsx';
import { Button } from '../components/Button.tsx';
import { ConfirmDialog } from '../components/Dialog.tsx';
import { DualDate } from '../components/DualDate.tsx';
import { EmptyState } from '../components/EmptyState.tsx';
import { IconButton } from '../components/IconButton.tsx';
import { Note } from '../components/Note.tsx';
import { Page, Row, Stack } from '../components/Page.tsx';
import { Panel } from '../components/Panel.tsx';
import { Progress, Skeleton } from '../components/Skeleton.tsx';
import { Tabs } from '../components/Tabs.tsx';
import { ToastRegion } from '../components/Toast.tsx';
import { type Verdict, VerdictChip } from '../components/VerdictChip.tsx';
import { GalleryShell } from './GalleryShell.tsx';
import { type GalleryLanguage, say } from './words.ts';

const VERDICTS: readonly (readonly [Verdict, string, string])[] = [
  ['match', 'يطابق', 'Match'],
  ['near', 'يطابق بفارق مقبول', 'Within tolerance'],
  ['review', 'يحتاج نظرًا', 'Needs a look'],
  ['mismatch', 'لا يطابق', 'Mismatch'],
  ['absent', 'لم يُقدَّم', 'Not presented'],
  ['unreadable', 'غير مقروء', 'Unreadable'],
  ['notApplicable', 'لا ينطبق', 'Does not apply'],
];

export function PiecesView({ language }: { readonly language: GalleryLanguage }) {
  const [isOpen, setOpen] = useState(false);
  const [toasts, setToasts] = useState<readonly { readonly id: string; readonly words: string }[]>(
    [],
  );
  const [tab, setTab] = useState('all');
  const copied = say(language, 'نُسخ رقم المرجع', 'Reference copied');
  return (
    <GalleryShell language={language} current="cases">
      <Page
        title={say(language, 'القطع', 'Pieces')}
        columns="split"
        action={
          <Button kind="main" icon={Plus} shortcut="Ctrl N">
            {say(language, 'حالة جديدة', 'New case')}
          </Button>
        }
      >
        <Stack>
          <Panel title={say(language, 'الأحكام', 'Verdicts')}>
            <Row>
              {VERDICTS.map(([verdict, arabic, english]) => (
                <VerdictChip
                  key={verdict}
                  verdict={verdict}
                  label={say(language, arabic, english)}
                />
              ))}
              <Badge tone="info" icon={CircleCheck}>
                {say(language, 'تمت المقابلة', 'Interviewed')}
              </Badge>
            </Row>
          </Panel>
          <Panel title={say(language, 'الأزرار', 'Buttons')}>
            <Stack gap={3}>
              <Row>
                <Button kind="main" shortcut="Ctrl ↵" onPress={() => setOpen(true)}>
                  {say(language, 'رئيسي', 'Main')}
                </Button>
                <Button
                  icon={Copy}
                  onPress={() => setToasts([{ id: `${toasts.length}`, words: copied }])}
                >
                  {say(language, 'نسخ', 'Copy')}
                </Button>
                <Button kind="quiet">{say(language, 'هادئ', 'Quiet')}</Button>
                <Button kind="danger">{say(language, 'إبطال', 'Revoke')}</Button>
                <IconButton
                  icon={ZoomIn}
                  label={say(language, 'تكبير', 'Zoom in')}
                  onPress={() => undefined}
                />
                <ActionMenu
                  label={say(language, 'أعمال أخرى', 'More')}
                  items={[
                    { id: 'copy', label: say(language, 'نسخ', 'Copy'), icon: Copy },
                    {
                      id: 'delete',
                      label: say(language, 'حذف المسودة', 'Discard draft'),
                      icon: Trash2,
                      blockedReason: say(language, 'وُقّعت', 'It is signed'),
                    },
                  ]}
                  onAction={() => undefined}
                />
              </Row>
              <Button
                kind="main"
                blockedReason={say(
                  language,
                  'أمر واحد يمنع التوقيع: انتهاء الهوية',
                  'One thing stops signing: the id expiry',
                )}
              >
                {say(language, 'إلى الإقرار', 'To the declaration')}
              </Button>
            </Stack>
          </Panel>
          <Panel body="flush" label={say(language, 'ألسنة', 'Tabs')}>
            <Tabs
              label={say(language, 'الدفعات', 'Batches')}
              selectedId={tab}
              onSelect={setTab}
              tabs={[
                {
                  id: 'all',
                  label: say(language, 'كل اليوم', 'All today'),
                  count: 8,
                  content: (
                    <Page>
                      <Skeleton label={say(language, 'تُقرأ', 'Loading')} />
                      <Progress label={copied} done={7} total={12} />
                    </Page>
                  ),
                },
                {
                  id: 'need',
                  label: say(language, 'تحتاج إلى شخص', 'Need a person'),
                  count: 4,
                  content: '…',
                },
              ]}
            />
          </Panel>
        </Stack>
        <Stack>
          <Note tone="ok" slim>
            {say(language, 'حُفظ في هذا الجهاز', 'Saved on this laptop')}
          </Note>
          <Note tone="gold" slim>
            {say(language, 'لا ردّ قبل', 'No answer before')}{' '}
            <DualDate
              first={{ text: '19/07/1447', era: say(language, 'هـ', 'AH') }}
              second={{ text: '08/01/2026', era: say(language, 'م', '') }}
            />
          </Note>
          <Note tone="review" action={<Button size="sm">{say(language, 'طلبها', 'Ask')}</Button>}>
            {say(language, 'الدفعة 42 ناقصة', 'Batch 42 is missing')}
          </Note>
          <Note tone="stop">{say(language, 'القرص ممتلئ', 'The disk is full')}</Note>
          <Panel compact title={say(language, 'لا شيء ينتظر', 'Nothing waits')}>
            <EmptyState
              icon={Sun}
              title={say(language, 'لا شيء ينتظر اليوم', 'Nothing waits today')}
              action={
                <Button kind="main" icon={Plus}>
                  {say(language, 'حالة جديدة', 'New case')}
                </Button>
              }
            >
              {say(language, 'كل ما عندكم مكتمل.', 'Everything here is complete.')}
            </EmptyState>
          </Panel>
        </Stack>
      </Page>
      <ConfirmDialog
        isOpen={isOpen}
        title={say(language, 'تغيير البيانات يلغي التوقيع', 'A change voids the signature')}
        confirmLabel={say(language, 'إلغاء التوقيع والتصحيح', 'Void and correct')}
        cancelLabel={say(language, 'إبقاء كل شيء كما هو', 'Keep everything')}
        onConfirm={() => setOpen(false)}
        onCancel={() => setOpen(false)}
      >
        {say(
          language,
          'يبقى القديم محفوظًا في سجل الحالة.',
          'The old one is kept in the record of the case.',
        )}
      </ConfirmDialog>
      <ToastRegion
        label={say(language, 'إشعارات', 'Notices')}
        closeLabel={say(language, 'إغلاق', 'Close')}
        toasts={toasts}
        onClose={() => setToasts([])}
      />
    </GalleryShell>
  );
}
