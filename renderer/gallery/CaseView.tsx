import {
  ArrowLeft,
  ArrowRight,
  CircleCheck,
  FileText,
  House,
  IdCard,
  Pencil,
  UsersRound,
} from 'lucide-react';
import { Badge } from '../components/Badge.tsx';
import { Bdi } from '../components/Bdi.tsx';
import { Button } from '../components/Button.tsx';
import { CaseFrame } from '../components/CaseFrame.tsx';
import { CompareTable } from '../components/CompareTable.tsx';
import { DocumentList } from '../components/DocumentList.tsx';
import { DualDate } from '../components/DualDate.tsx';
import { Facts, MissingList } from '../components/Facts.tsx';
import { Icon } from '../components/Icon.tsx';
import { IconButton } from '../components/IconButton.tsx';
import { Panel } from '../components/Panel.tsx';
import { PartsList } from '../components/PartsList.tsx';
import { Spine } from '../components/Spine.tsx';
import { Timeline } from '../components/Timeline.tsx';
import { GalleryShell } from './GalleryShell.tsx';
import { type GalleryLanguage, say } from './words.ts';

const STEPS: readonly (readonly [string, string])[] = [
  ['الترحيب', 'Welcome'],
  ['المقابلة', 'Interview'],
  ['الوثائق والمطابقة', 'Documents & matching'],
  ['الإقرار', 'Declaration'],
  ['ما بعد التقديم', 'What happens next'],
  ['التسجيل والخدمة', 'Registration & service'],
  ['رأيكم', 'Your opinion'],
];

export function CaseView({ language }: { readonly language: GalleryLanguage }) {
  const hijri = say(language, 'هـ', 'AH');
  const gregorian = say(language, 'م', '');
  return (
    <GalleryShell language={language} current="cases">
      <CaseFrame
        back={
          <IconButton
            icon={ArrowLeft}
            flow
            label={say(language, 'رجوع', 'Back')}
            onPress={() => undefined}
          />
        }
        name={say(language, 'نورة بنت عبد الله بن سعد السبيعي', 'Noura Abdullah Saad Al-Subaie')}
        facts={
          <>
            <span>
              {say(language, 'الهوية', 'Id')} <Bdi>******5672</Bdi>
            </span>
            <span>
              {say(language, 'المرجع', 'Ref.')} <Bdi>MKH01-A2-2025-000123-7</Bdi>
            </span>
            <Badge tone="info" icon={CircleCheck}>
              {say(language, 'تمت المقابلة', 'Interviewed')}
            </Badge>
          </>
        }
        saved={
          <>
            <Icon of={CircleCheck} size="sm" tone="ok" />
            <span>
              {say(language, 'حُفظت في هذا الجهاز', 'Saved on this laptop')} <Bdi>11:06</Bdi>
            </span>
          </>
        }
        spine={
          <Spine
            label={say(language, 'خطوات الحالة', 'Steps')}
            steps={STEPS.map(([arabic, english], index) => ({
              id: english,
              label: say(language, arabic, english),
              state: index < 2 ? 'done' : index === 2 ? 'open' : 'later',
              isCurrent: index === 2,
              href: `#${index}`,
              stateLabel: '',
              ...(index === 2
                ? {
                    clause: (
                      <>
                        {say(language, 'البند', 'Clause')} <Bdi>P32</Bdi>
                      </>
                    ),
                  }
                : {}),
            }))}
          />
        }
        start={
          <>
            <DocumentList
              title={say(language, 'وثائق هذه الحالة', 'Documents of this case')}
              documents={[
                {
                  id: 'id',
                  name: say(language, 'الهوية الوطنية', 'National id'),
                  icon: IdCard,
                  meta: say(language, 'صالحة', 'Valid'),
                  verdict: 'mismatch',
                  verdictLabel: 'x',
                  isCurrent: true,
                  href: '#',
                },
                {
                  id: 'family',
                  name: say(language, 'سجل الأسرة', 'Family register'),
                  icon: UsersRound,
                  meta: say(language, 'لا انتهاء لها', 'No expiry'),
                  verdict: 'review',
                  verdictLabel: 'x',
                  isCurrent: false,
                  href: '#',
                },
                {
                  id: 'lease',
                  name: say(language, 'عقد الإيجار', 'Lease'),
                  icon: House,
                  meta: say(language, 'سارٍ', 'Active'),
                  verdict: 'match',
                  verdictLabel: 'x',
                  isCurrent: false,
                  href: '#',
                },
                {
                  id: 'school',
                  name: say(language, 'إثبات قيد دراسي', 'School statement'),
                  icon: FileText,
                  meta: say(language, 'لم يُقدَّم بعد', 'Not presented'),
                  verdict: 'absent',
                  verdictLabel: 'x',
                  isCurrent: false,
                  href: '#',
                },
              ]}
            />
            <PartsList
              label={say(language, 'الأقسام', 'Sections')}
              parts={[
                {
                  id: 'a',
                  letter: say(language, 'أ', 'A'),
                  title: say(language, 'الطلب', 'Request'),
                  isCurrent: false,
                  href: '#',
                  state: 'done',
                  stateLabel: 'ok',
                },
                {
                  id: 'd',
                  letter: say(language, 'د', 'D'),
                  title: say(language, 'الأسرة', 'Family'),
                  isCurrent: true,
                  href: '#',
                  state: 'missing',
                  stateLabel: say(language, '2 ناقصة', '2 missing'),
                },
                {
                  id: 'f',
                  letter: say(language, 'و', 'F'),
                  title: say(language, 'الدخل', 'Income'),
                  isCurrent: false,
                  href: '#',
                  state: 'begun',
                  stateLabel: say(language, 'بُدئ', 'begun'),
                },
              ]}
            />
          </>
        }
        aside={
          <>
            <Panel compact title={say(language, 'قبل التوقيع', 'Before signing')}>
              <MissingList
                items={[
                  {
                    id: '1',
                    kind: 'stops',
                    lead: say(language, 'يمنع:', 'Stops:'),
                    link: <a href="#x">{say(language, 'انتهاء الهوية لا يطابق', 'id expiry')}</a>,
                  },
                  {
                    id: '2',
                    kind: 'needsReason',
                    lead: say(language, 'ينقصه سبب:', 'Needs a reason:'),
                    link: (
                      <a href="#x">
                        {say(language, 'السجل فيه 5 أبناء', '5 children in the register')}
                      </a>
                    ),
                  },
                  {
                    id: '3',
                    kind: 'absent',
                    lead: say(language, 'لم يُقدَّم:', 'Absent:'),
                    link: <a href="#x">{say(language, 'إثبات قيد دراسي', 'school statement')}</a>,
                  },
                ]}
              />
            </Panel>
            <Panel compact title={say(language, 'يُحسب تلقائيًا', 'Counted for you')}>
              <Facts
                facts={[
                  { id: 'n', term: say(language, 'أفراد الأسرة', 'Family'), value: <Bdi>5</Bdi> },
                  {
                    id: 'd',
                    term: say(language, 'وفاة الزوج', 'Death'),
                    value: <DualDate first={{ text: '01/06/1446', era: hijri }} />,
                  },
                ]}
              />
            </Panel>
            <Panel compact title={say(language, 'ما جرى اليوم', 'What happened today')}>
              <Timeline
                items={[
                  {
                    id: '1',
                    time: '10:20',
                    title: say(language, 'شُرحت الخدمات', 'Services explained'),
                  },
                  {
                    id: '2',
                    time: '11:06',
                    title: say(language, 'قُرئت الهوية', 'Id read'),
                    state: 'now',
                  },
                ]}
              />
            </Panel>
          </>
        }
        foot={
          <>
            <Button>{say(language, 'السابق: المقابلة', 'Back: interview')}</Button>
            <Button
              kind="main"
              arrow={ArrowRight}
              reasonFirst
              blockedReason={say(language, 'أمر واحد يمنع التوقيع', 'One thing stops signing')}
            >
              {say(language, 'إلى الإقرار', 'To the declaration')}
            </Button>
          </>
        }
      >
        <Panel
          body="flush"
          title={say(language, 'الهوية الوطنية', 'National id')}
          note={say(
            language,
            'المذكور في المقابلة بجانب المقروء من الوثيقة',
            'What was stated, beside what the document says',
          )}
          aside={
            <Badge tone="ok" icon={CircleCheck}>
              {say(language, 'صالحة اليوم', 'Valid today')}
            </Badge>
          }
        >
          <CompareTable
            caption={say(language, 'الهوية', 'Id')}
            columns={{
              field: say(language, 'البيان', 'Field'),
              stated: say(language, 'المذكور', 'Stated'),
              read: say(language, 'المقروء', 'Read'),
              verdict: say(language, 'الحكم وسببه', 'Verdict and reason'),
            }}
            rows={[
              {
                id: 'expiry',
                label: say(language, 'انتهاء الهوية', 'Id expiry'),
                stated: (
                  <DualDate
                    layout="stack"
                    first={{ text: '06/02/1454', era: hijri }}
                    second={{ text: '15/05/2032', era: gregorian }}
                  />
                ),
                read: (
                  <DualDate
                    layout="stack"
                    first={{ text: '29/12/1450', era: hijri }}
                    second={{ text: '13/05/2029', era: gregorian }}
                  />
                ),
                verdict: 'mismatch',
                verdictLabel: say(language, 'لا يطابق', 'Mismatch'),
                reason: say(language, 'اختلف التاريخ كله، لا رقم منه', 'The whole date differs'),
                actions: (
                  <>
                    <Button kind="main" size="sm" icon={Pencil}>
                      {say(language, 'تصحيح المذكور من الوثيقة', 'Correct what was stated')}
                    </Button>
                    <Button size="sm">{say(language, 'إعادة القراءة', 'Read again')}</Button>
                    <Button kind="quiet" size="sm">
                      {say(language, 'رفعه إلى المركز', 'Escalate to HQ')}
                    </Button>
                  </>
                ),
              },
              {
                id: 'number',
                label: say(language, 'رقم الهوية', 'Id number'),
                stated: <Bdi>1012345672</Bdi>,
                read: <Bdi>1012345672</Bdi>,
                verdict: 'match',
                verdictLabel: say(language, 'يطابق', 'Match'),
              },
              {
                id: 'name',
                label: say(language, 'الاسم', 'Name'),
                stated: 'نورة بنت عبد الله بن سعد السبيعي',
                read: 'نوره عبدالله سعد السبيعي',
                verdict: 'match',
                verdictLabel: say(language, 'يطابق', 'Match'),
                reason: say(language, 'رسمان لاسم واحد', 'Two spellings of one name'),
              },
              {
                id: 'birth',
                label: say(language, 'تاريخ الميلاد', 'Birth date'),
                stated: <DualDate first={{ text: '14/05/1980', era: gregorian }} />,
                read: <DualDate first={{ text: '01/07/1400', era: hijri }} />,
                verdict: 'near',
                verdictLabel: say(language, 'يطابق بفارق مقبول', 'Within tolerance'),
                reason: say(language, 'الفارق يوم', 'One day apart'),
              },
            ]}
          />
        </Panel>
      </CaseFrame>
    </GalleryShell>
  );
}
