import { Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { OpenCase } from '#renderer/access/caseFile.ts';
import { buttonClass } from '#renderer/components/button-class.ts';
import { Icon } from '#renderer/components/Icon.tsx';
import { Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { TextField } from '#renderer/components/TextField.tsx';
import type { SigningUnderWay } from './useSigning.ts';

export interface PaperPartProps {
  readonly open: OpenCase;
  readonly signing: SigningUnderWay;
  /** A copy was printed of the data as they stand. */
  readonly isPrinted: boolean;
  readonly error: string | undefined;
}

/** Ink on paper: the sheet is printed, signed or pressed by the thumb, and put in its place. */
export function PaperPart({ open, signing, isPrinted, error }: PaperPartProps) {
  const { t } = useTranslation('declaration');
  return (
    <Panel title={t('paper')} note={t('paperNote')} compact>
      <Stack gap={3}>
        <div>
          <a
            className={buttonClass(isPrinted ? 'plain' : 'main', 'lg')}
            href={`#/case/${open.state.caseId}/N3`}
          >
            <Icon of={Printer} />
            <span>{t(isPrinted ? 'paperPrintAgain' : 'paperPrint')}</span>
          </a>
        </div>
        {isPrinted && <p>{t('paperPrinted')}</p>}
        <TextField
          label={t('shelf')}
          size="lg"
          isRequired
          help={t('shelfHelp')}
          error={error}
          value={signing.form.shelf}
          onChange={(shelf) => signing.change({ shelf })}
        />
      </Stack>
    </Panel>
  );
}
