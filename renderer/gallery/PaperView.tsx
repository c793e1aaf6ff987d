import { PaperFacts } from '../caseParts/PaperFacts.tsx';
import { Bdi } from '../components/Bdi.tsx';
import {
  PrintPage,
  PrintPromise,
  PrintSection,
  PrintSignatures,
  PrintTable,
} from '../components/PrintPage.tsx';
import { SignatureImage } from '../components/SignatureImage.tsx';
import { type GalleryLanguage, say } from './words.ts';

const SIGNATURE = [
  [
    { x: 0.2, y: 0.6 },
    { x: 0.4, y: 0.4 },
    { x: 0.6, y: 0.7 },
    { x: 0.8, y: 0.5 },
  ],
];

export function PaperView({ language }: { readonly language: GalleryLanguage }) {
  return (
    <PrintPage
      lang={language}
      dir={language === 'ar' ? 'rtl' : 'ltr'}
      association={say(language, 'جمعية رفادة الخيرية', 'Rifada Charity')}
      unit={say(language, 'مكتب مكة المكرمة', 'Makkah office')}
      referenceLabel={say(language, 'رقم المرجع', 'Reference')}
      reference="MKH01-A2-2025-000123-7"
      qr={{ text: 'RFD1:MKH01-A2-2025-000123-7', label: say(language, 'رمز المرجع', 'Reference') }}
      title={say(language, 'إيصال استلام طلب', 'Receipt of a request')}
      subtitle={say(language, 'حُرّر يوم الخميس', 'Made on Thursday')}
      foot={[
        <>
          {say(language, 'نموذج', 'Form')} <Bdi>N1</Bdi>
        </>,
        '050 123 4567',
        say(language, 'النسخة الأصلية', 'Original'),
      ]}
    >
      <PaperFacts
        facts={[
          {
            id: '1',
            term: say(language, 'مقدّمة الطلب', 'Applicant'),
            value: 'نورة بنت عبد الله بن سعد السبيعي',
          },
          { id: '2', term: say(language, 'تاريخ التقديم', 'Date'), value: <Bdi>05/07/1447</Bdi> },
        ]}
      />
      <PrintSection title={say(language, 'الوثائق المقدّمة', 'Documents')}>
        <PrintTable
          heads={[
            say(language, 'الوثيقة', 'Document'),
            say(language, 'رقمها', 'Number'),
            say(language, 'صلاحيتها', 'Validity'),
          ]}
          rows={[
            {
              id: '1',
              cells: [
                say(language, 'الهوية الوطنية', 'National id'),
                <Bdi key="n">******5672</Bdi>,
                say(language, 'صالحة', 'Valid'),
              ],
            },
            {
              id: '2',
              cells: [
                say(language, 'سجل الأسرة', 'Family register'),
                <Bdi key="n">****0914</Bdi>,
                say(language, 'صالحة', 'Valid'),
              ],
            },
          ]}
        />
      </PrintSection>
      <PrintPromise>
        <p>
          {say(language, 'سيصلكم الرد بعد مدة', 'You will have an answer after')}{' '}
          <strong>{say(language, 'لا تقل عن أسبوعين.', 'no less than two weeks.')}</strong>
        </p>
      </PrintPromise>
      <PrintSignatures
        places={[
          { id: '1', label: say(language, 'توقيع الموظف', 'Officer') },
          {
            id: '2',
            label: say(language, 'أُبلغتُ بما سبق وفهمته', 'I was told'),
            mark: (
              <SignatureImage strokes={SIGNATURE} label={say(language, 'توقيع', 'Signature')} />
            ),
          },
        ]}
      />
    </PrintPage>
  );
}
