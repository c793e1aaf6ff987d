import { ArrowLeft, Eraser, Fingerprint, PenLine, User } from 'lucide-react';
import { useState } from 'react';
import { Bdi } from '../components/Bdi.tsx';
import { Button } from '../components/Button.tsx';
import { Checkbox } from '../components/Checkbox.tsx';
import { Segmented } from '../components/Choice.tsx';
import { FocusFrame } from '../components/FocusFrame.tsx';
import { Row } from '../components/Page.tsx';
import { Panel } from '../components/Panel.tsx';
import { Reading, ReadingPart } from '../components/Reading.tsx';
import { SignaturePad } from '../components/SignaturePad.tsx';
import { isBlank, type Stroke } from '../components/signature-strokes.ts';
import { type GalleryLanguage, say } from './words.ts';

export function SigningView({ language }: { readonly language: GalleryLanguage }) {
  const [strokes, setStrokes] = useState<readonly Stroke[]>([]);
  const [way, setWay] = useState('sign');
  const [isRead, setRead] = useState(true);
  return (
    <FocusFrame
      bar={
        <>
          <Button icon={ArrowLeft} iconFlows>
            {say(language, 'العودة إلى الحالة', 'Back to the case')}
          </Button>
          <h1>{say(language, 'الإقرار بصحة البيانات', 'Declaration')}</h1>
        </>
      }
      barEnd={
        <Segmented
          label={say(language, 'اللغة', 'Language')}
          value="ar"
          onChange={() => undefined}
          options={[
            { value: 'ar', label: 'العربية', lang: 'ar' },
            { value: 'en', label: 'English', lang: 'en' },
            { value: 'ur', label: 'اردو', lang: 'ur' },
          ]}
        />
      }
      aside={
        <>
          <Row>
            <Segmented
              label={say(language, 'طريقة التوقيع', 'Way of signing')}
              value={way}
              onChange={setWay}
              options={[
                { value: 'sign', label: say(language, 'توقيع', 'Signature'), icon: PenLine },
                {
                  value: 'thumb',
                  label: say(language, 'بصمة وشاهد', 'Thumbprint'),
                  icon: Fingerprint,
                },
                { value: 'agent', label: say(language, 'وكيل', 'Agent'), icon: User },
              ]}
            />
            <Button icon={Eraser} onPress={() => setStrokes([])}>
              {say(language, 'مسح', 'Clear')}
            </Button>
          </Row>
          <SignaturePad
            label={say(language, 'لوحة التوقيع', 'Signature pad')}
            hint={say(
              language,
              'بالقلم أو الإصبع أو الفأرة، على الخط',
              'Pen, finger or mouse, on the line',
            )}
            keyboardHint={say(
              language,
              'بلوحة المفاتيح: الأسهم تحرّك القلم، والمسافة تنزله وترفعه.',
              'By keyboard: arrows move the pen, Space lowers and lifts it.',
            )}
            penDownLabel={say(language, 'القلم على الورق', 'Pen down')}
            penUpLabel={say(language, 'القلم مرفوع', 'Pen up')}
            strokes={strokes}
            onStroke={setStrokes}
          />
        </>
      }
      foot={
        <>
          <Checkbox
            size="lg"
            isChecked={isRead}
            onChange={setRead}
            label={say(language, 'أوافق على التحقق من بياناتي', 'I agree to checks')}
          />
          <Button
            kind="main"
            size="lg"
            reasonFirst
            icon={PenLine}
            {...(isBlank(strokes)
              ? { blockedReason: say(language, 'اللوحة خالية', 'The pad is empty') }
              : {})}
          >
            {say(language, 'أُقرّ وأوقّع', 'I declare and sign')}
          </Button>
        </>
      }
    >
      <Panel title={say(language, 'هذا ما ذكرتموه لنا', 'This is what you told us')}>
        <Reading>
          <ReadingPart
            title={say(language, 'من أنتم', 'Who you are')}
            sentences={[
              {
                id: 'one',
                words: say(
                  language,
                  'نورة بنت عبد الله بن سعد السبيعي، سعودية، أرملة.',
                  'Noura Abdullah Saad Al-Subaie, Saudi, widowed.',
                ),
              },
              {
                id: 'two',
                words: (
                  <>
                    {say(language, 'رقم الهوية', 'Id')} <Bdi>1012345672</Bdi>
                  </>
                ),
              },
            ]}
          />
        </Reading>
      </Panel>
    </FocusFrame>
  );
}
