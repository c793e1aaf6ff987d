import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { OpenCase } from '#renderer/access/caseFile.ts';
import { useDesk } from '#renderer/access/desk.ts';
import { Choice } from '#renderer/components/Choice.tsx';
import { Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { Select } from '#renderer/components/Select.tsx';
import { TextField } from '#renderer/components/TextField.tsx';
import { checkNationalId } from '#shared/domain/identifiers/nationalId.ts';
import { DrawnPad } from './DrawnPad.tsx';
import type { SigningGap } from './signingForm.ts';
import type { SigningUnderWay } from './useSigning.ts';

export interface WitnessPartProps {
  readonly open: OpenCase;
  readonly signing: SigningUnderWay;
  readonly gap: SigningGap | null;
}

/** Who saw the thumb's mark: a person with an id, or another employee, each with their own signature. */
export function WitnessPart({ open, signing, gap }: WitnessPartProps) {
  const { t } = useTranslation('declaration');
  const { queries } = useDesk();
  const { form, change } = signing;
  const { witness } = form;
  const colleagues = useQuery(queries.declaration.colleagues.queryOptions()).data?.colleagues ?? [];
  const set = (part: Partial<typeof witness>) => change({ witness: { ...witness, ...part } });
  const nameless = gap === 'witnessMissing' ? t('gap.witnessMissing') : undefined;
  return (
    <Panel title={t('witness')} note={t('witnessNote')} compact>
      <Stack gap={3}>
        {colleagues.length > 0 && (
          <Choice
            label={t('witnessIs')}
            value={witness.by}
            options={(['idNumber', 'employee'] as const).map((value) => ({
              value,
              label: t(`witnessBy.${value}`),
            }))}
            onChange={(by) => set({ by: by === 'employee' ? 'employee' : 'idNumber' })}
          />
        )}
        {witness.by === 'employee' ? (
          <Select
            label={t('witnessEmployee')}
            isRequired
            error={nameless}
            value={witness.employee === '' ? null : witness.employee}
            options={colleagues.map(({ actorId, displayName }) => ({
              value: actorId,
              label: displayName,
            }))}
            placeholder={t('choose')}
            nothingFound={t('nothingFound')}
            onChange={(employee) => set({ employee })}
          />
        ) : (
          <>
            <TextField
              label={t('witnessName')}
              size="lg"
              isRequired
              error={nameless}
              value={witness.name}
              onChange={(name) => set({ name })}
            />
            <TextField
              label={t('witnessId')}
              size="lg"
              dir="ltr"
              isRequired
              help={doubtful(witness.idNumber) ? t('witnessIdDoubtful') : t('witnessIdHelp')}
              value={witness.idNumber}
              onChange={(idNumber) => set({ idNumber })}
            />
          </>
        )}
        {form.level === 'handwrittenOnScreen' ? (
          <DrawnPad
            open={open}
            signing={signing}
            owner="witness"
            label={t('witnessPad')}
            hint={t('padHint')}
            error={gap === 'witnessBlank' ? t('gap.witnessBlank') : undefined}
          />
        ) : (
          <p>{t('signsOnPaper')}</p>
        )}
      </Stack>
    </Panel>
  );
}

/** Ten digits of a national id or iqama whose check digit does not fit: looked at again, never refused. */
function doubtful(typed: string): boolean {
  const check = checkNationalId(typed);
  return !check.ok && check.problem === 'checksum';
}
