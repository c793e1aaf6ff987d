import { useState } from 'react';
import { Checkbox, CheckboxGroup } from '../components/Checkbox.tsx';
import { Choice } from '../components/Choice.tsx';
import { DateField } from '../components/DateField.tsx';
import { type DateParts, emptyDateParts } from '../components/date-parts.ts';
import { Fields } from '../components/Field.tsx';
import type { NonAnswer } from '../components/NonAnswerMenu.tsx';
import { IdentifierField, MoneyField, PhoneField } from '../components/NumericFields.tsx';
import { Page, Stack } from '../components/Page.tsx';
import { Panel } from '../components/Panel.tsx';
import { RadioCards } from '../components/RadioCards.tsx';
import { Select } from '../components/Select.tsx';
import { TextArea } from '../components/TextArea.tsx';
import { TextField } from '../components/TextField.tsx';
import { GalleryShell } from './GalleryShell.tsx';
import { type GalleryLanguage, say } from './words.ts';

export function FormsView({ language }: { readonly language: GalleryLanguage }) {
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({
    name: 'ريم فهد خالد المطيري',
    id: '1124356780',
    money: '18000',
    iban: 'SA0380000000608010167519',
    phone: '+966501234567',
    sex: 'female',
    kin: 'daughter',
  });
  const [values, setValues] = useState<readonly string[]>(['food']);
  const [isSeen, setSeen] = useState(true);
  const [coded, setCoded] = useState<NonAnswer['coded']>({
    code: 'refused',
    reason: say(language, 'ترى الأم أن تبيّنها للطبيب وحده', 'She will tell only the doctor'),
  });
  const [date, setDate] = useState<DateParts>({
    calendar: 'hijri',
    day: '10',
    month: '12',
    year: '1441',
  });
  const [wrongDate, setWrongDate] = useState<DateParts>({
    ...emptyDateParts('hijri'),
    day: '30',
    month: '09',
    year: '1446',
  });
  const bind = (key: string) => ({
    value: texts[key] ?? '',
    onChange: (text: string) => setTexts((before) => ({ ...before, [key]: text })),
  });
  const nonAnswer = (current: NonAnswer['coded'], change: (next: NonAnswer['coded']) => void) => ({
    menuLabel: say(language, 'لا جواب', 'No answer'),
    options: [
      {
        code: 'refused',
        label: say(language, 'امتنع عن الجواب', 'Refused'),
        chip: say(language, 'امتنع', 'Refused'),
      },
      { code: 'unknown', label: say(language, 'لا يُعرف', 'Not known') },
      { code: 'notApplicable', label: say(language, 'لا ينطبق', 'Does not apply') },
    ],
    coded: current,
    onChoose: (code: string) => change({ code, reason: '' }),
    reasonLabel: say(language, 'السبب', 'Reason'),
    onReason: (reason: string) => change({ code: current?.code ?? 'refused', reason }),
    changeLabel: say(language, 'تغيير', 'Change'),
    onClear: () => change(undefined),
  });
  const [idCoded, setIdCoded] = useState<NonAnswer['coded']>();
  const dateTexts = {
    calendars: {
      hijri: say(language, 'هجري', 'Hijri'),
      gregorian: say(language, 'ميلادي', 'Gregorian'),
    },
    eras: { hijri: say(language, 'هـ', 'AH'), gregorian: say(language, 'م', 'CE') },
    calendarMenu: say(language, 'التقويم', 'Calendar'),
    segments: {
      day: say(language, 'اليوم', 'Day'),
      month: say(language, 'الشهر', 'Month'),
      year: say(language, 'السنة', 'Year'),
    },
    placeholders: { day: '--', month: '--', year: '----' },
    other: say(language, 'الموافق', 'which is'),
  };
  const cities = Array.from({ length: 20 }, (_, index) => ({
    value: `city-${index}`,
    label: say(language, `حي ${index + 1}`, `District ${index + 1}`),
  }));
  const optional = say(language, 'اختياري', 'optional');
  return (
    <GalleryShell language={language} current="cases">
      <Page columns="split">
        <Panel title={say(language, 'الحقول', 'Fields')}>
          <Fields>
            <TextField
              label={say(language, 'الاسم كما في الوثيقة', 'Name as printed')}
              span={6}
              lang="ar"
              {...bind('name')}
              isRequired
            />
            <Select
              label={say(language, 'القرابة', 'Kinship')}
              span={3}
              placeholder={say(language, 'اختيار', 'Choose')}
              nothingFound={say(language, 'لا شيء', 'Nothing')}
              options={[
                { value: 'son', label: say(language, 'ابن', 'Son') },
                { value: 'daughter', label: say(language, 'ابنة', 'Daughter') },
              ]}
              value={texts.kin ?? null}
              onChange={bind('kin').onChange}
            />
            <Choice
              label={say(language, 'الجنس', 'Sex')}
              span={3}
              options={[
                { value: 'male', label: say(language, 'ذكر', 'Male') },
                { value: 'female', label: say(language, 'أنثى', 'Female') },
              ]}
              value={texts.sex ?? null}
              onChange={bind('sex').onChange}
            />
            <IdentifierField
              label={say(language, 'رقم الهوية', 'Id number')}
              span={6}
              {...bind('id')}
              nonAnswer={nonAnswer(idCoded, setIdCoded)}
              error={say(
                language,
                'لعل رقمين تبادلا موضعيهما. يُرجى إعادة كتابته من البطاقة.',
                'Perhaps two digits changed places. Please type it again from the card.',
              )}
            />
            <DateField
              label={say(language, 'تاريخ الميلاد', 'Birth date')}
              id="birth"
              span={6}
              parts={date}
              onChange={setDate}
              texts={dateTexts}
              nonAnswer={nonAnswer(undefined, () => undefined)}
              help={say(
                language,
                'بالتقويم المطبوع في الوثيقة، ويظهر الآخر تلقائيًا.',
                'In the calendar that is printed; the other follows.',
              )}
            />
            <MoneyField
              label={say(language, 'الإيجار السنوي', 'Yearly rent')}
              span={4}
              {...bind('money')}
              formatted="18,000.00"
              currency={say(language, 'ريال', 'SAR')}
            />
            <TextField
              label={say(language, 'الحالة الصحية', 'Health')}
              span={8}
              sensitiveLabel={say(language, 'بيان حساس', 'Sensitive')}
              {...bind('health')}
              nonAnswer={nonAnswer(coded, setCoded)}
            />
            <DateField
              label={say(language, 'انتهاء الهوية', 'Id expiry')}
              id="expiry"
              span={6}
              parts={wrongDate}
              onChange={setWrongDate}
              texts={dateTexts}
              error={say(language, 'رمضان 1446 فيه 29 يومًا.', 'Ramadan 1446 has 29 days.')}
            />
            <PhoneField
              label={say(language, 'جوال آخر', 'Other mobile')}
              mark={optional}
              span={6}
              {...bind('phone')}
            />
            <IdentifierField
              label={say(language, 'الآيبان', 'IBAN')}
              groupOf={4}
              inputMode="text"
              span={6}
              {...bind('iban')}
            />
            <Select
              label={say(language, 'الحي', 'District')}
              span={6}
              placeholder={say(language, 'اكتبوا للبحث', 'Type to search')}
              nothingFound={say(language, 'لا شيء بهذا الاسم', 'Nothing of this name')}
              options={cities}
              value={texts.city ?? null}
              onChange={bind('city').onChange}
            />
            <TextArea
              label={say(language, 'وصف الحاجة', 'The need')}
              longest={4000}
              {...bind('need')}
            />
          </Fields>
        </Panel>
        <Stack>
          <Panel compact title={say(language, 'الاطلاع على الأصل', 'Original sighted')}>
            <Stack gap={3}>
              <Checkbox
                label={say(language, 'رأيتُ الأصل بنفسي', 'I saw the original myself')}
                isChecked={isSeen}
                onChange={setSeen}
              />
              <Checkbox
                size="lg"
                label={say(language, 'قُرئ عليّ كله وفهمته', 'It was read to me')}
                isChecked={isSeen}
                onChange={setSeen}
              />
              <CheckboxGroup
                label={say(language, 'الدعم', 'Support')}
                options={[
                  { value: 'food', label: say(language, 'سلة غذائية', 'Food basket') },
                  { value: 'rent', label: say(language, 'إيجار', 'Rent') },
                ]}
                values={values}
                onChange={setValues}
              />
              <RadioCards
                label={say(language, 'من يوقّع', 'Who signs')}
                value={texts.sex ?? null}
                onChange={bind('sex').onChange}
                options={[
                  {
                    value: 'male',
                    label: say(language, 'وكيل', 'Agent'),
                    description: say(language, 'بوكالة سارية', 'With a valid deed'),
                  },
                  { value: 'female', label: say(language, 'صاحبة الطلب', 'The applicant') },
                ]}
              />
            </Stack>
          </Panel>
        </Stack>
      </Page>
    </GalleryShell>
  );
}
