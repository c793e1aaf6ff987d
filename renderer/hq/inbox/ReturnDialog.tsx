import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { HqKeptLine } from '#renderer/access/hq/HqKeptLine.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { useKeptForm } from '#renderer/access/hq/keptForm.ts';
import { Button } from '#renderer/components/Button.tsx';
import { CheckboxGroup } from '#renderer/components/Checkbox.tsx';
import { Dialog } from '#renderer/components/Dialog.tsx';
import { Stack } from '#renderer/components/Page.tsx';
import { RadioCards } from '#renderer/components/RadioCards.tsx';
import { Select } from '#renderer/components/Select.tsx';
import { TextArea } from '#renderer/components/TextArea.tsx';
import type { ImportCaseFile } from '#shared/contracts/hq/imports.ts';
import { DocumentKey, MatrixRowKey } from '#shared/domain/case/caseKeys.ts';
import type { CaseState } from '#shared/domain/case/caseState.ts';
import { ReturnReason } from '#shared/domain/case/headquartersEvents.ts';
import type { PlaceNames } from './placeNames.ts';
import { useImportAction } from './useImportAction.ts';

export interface ReturnDialogProps {
  readonly file: ImportCaseFile;
  readonly state: CaseState;
  readonly names: PlaceNames;
  readonly confirmLabel: string;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** A case goes back to its branch: why, in words for a person, what is wanted, and what it is about. */
export function ReturnDialog({
  file,
  state,
  names,
  confirmLabel,
  onDone,
  onClose,
}: ReturnDialogProps) {
  const { t } = useTranslation('import');
  const { client } = useHq();
  const [reason, setReason] = useState<ReturnReason>(
    file.case.state === 'duplicate' ? 'duplicate' : 'dataWrong',
  );
  const form = useKeptForm(`return.${file.case.caseId}`);
  const text = form.text('text');
  const [isMissing, setMissing] = useState(false);
  const [wants, setWants] = useState<'correction' | 'answer'>('correction');
  const places = placesOf(file, state, names);
  // What two people changed apart is what the branch has to settle.
  const [about, setAbout] = useState<readonly string[]>(Object.keys(state.conflicts));
  const act = useImportAction(client.imports.returnCase);
  const { caseId, seen } = file.case;
  const submit = () => {
    if (text.trim() === '') {
      setMissing(true);
      return;
    }
    const chosen = places.filter(({ id }) => about.includes(id));
    act.mutate(
      {
        caseId,
        seen,
        reason,
        text: text.trim(),
        wants,
        about: {
          documents: chosen.flatMap(({ documentKey }) => documentKey ?? []),
          rows: chosen.flatMap(({ rowKey }) => rowKey ?? []),
          paths: chosen.flatMap(({ path }) => path ?? []),
        },
      },
      {
        onSuccess: () => {
          form.forget();
          onDone();
        },
      },
    );
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('returnTitle')}
      width="lg"
      closeLabel={t('close')}
      foot={
        <>
          <Button kind="main" busy={act.isPending} onPress={submit}>
            {confirmLabel}
          </Button>
          <Button onPress={onClose}>{t('cancel')}</Button>
        </>
      }
    >
      <Stack gap={4}>
        <Select
          label={t('returnReason')}
          isRequired
          value={reason}
          options={ReturnReason.options.map((value) => ({
            value,
            label: t(`returnReasons.${value}`),
          }))}
          onChange={(chosen) => setReason(ReturnReason.parse(chosen))}
          placeholder={t('returnReason')}
          nothingFound={t('returnReason')}
        />
        <TextArea
          label={t('returnText')}
          help={t('returnTextHelp')}
          isRequired
          rows={3}
          longest={2000}
          value={text}
          onChange={(typed) => {
            form.set('text', typed);
            setMissing(false);
          }}
          {...(isMissing ? { error: t('reasonMissing') } : {})}
        />
        <RadioCards
          label={t('wants')}
          value={wants}
          options={[
            {
              value: 'correction',
              label: t('wantsCorrection'),
              description: t('wantsCorrectionHelp'),
            },
            { value: 'answer', label: t('wantsAnswer'), description: t('wantsAnswerHelp') },
          ]}
          onChange={(chosen) => setWants(chosen === 'answer' ? 'answer' : 'correction')}
        />
        {places.length > 0 && (
          <CheckboxGroup
            label={t('about')}
            help={t('aboutHelp')}
            columns={3}
            options={places.map(({ id, label }) => ({ value: id, label }))}
            values={about}
            onChange={setAbout}
          />
        )}
        <HqErrorNote error={act.error} />
        <HqKeptLine form={form} />
      </Stack>
    </Dialog>
  );
}

interface AboutPlace {
  readonly id: string;
  readonly label: string;
  readonly documentKey?: DocumentKey;
  readonly rowKey?: MatrixRowKey;
  readonly path?: string;
}

/** What the findings are about, then every document of the case and the sections of its answers. */
function placesOf(
  { events, case: listed }: ImportCaseFile,
  { conflicts }: CaseState,
  names: PlaceNames,
): AboutPlace[] {
  const documents = events.flatMap((event) =>
    event.kind === 'documentRecorded' ? [event.payload.documentKey] : [],
  );
  const found = listed.findings.flatMap(({ code, at }): AboutPlace[] => {
    if (at === null) return [];
    const row = MatrixRowKey.safeParse(at);
    if (code === 'verdictMissing' && row.success) {
      return [{ id: at, label: names.row(at), rowKey: row.data }];
    }
    if (code === 'answerProblem') {
      return [{ id: at, label: names.field(at), path: at }];
    }
    const document = DocumentKey.safeParse(at);
    if (code === 'documentInvalid' && document.success) documents.push(document.data);
    return [];
  });
  const apart = Object.keys(conflicts).map((path) => ({
    id: path,
    label: names.field(path),
    path,
  }));
  const own = OWN_FIELDS.map((path) => ({ id: path, label: names.field(path), path }));
  const papers = [...new Set(documents)].map((documentKey) => ({
    id: documentKey,
    label: names.document(documentKey),
    documentKey,
  }));
  const all = [...apart, ...found, ...own, ...papers];
  return [...new Map(all.map((place) => [place.id, place])).values()].slice(0, MOST_PLACES);
}

/** What most returns are about. */
const OWN_FIELDS = ['nameFirst', 'idNumber', 'birthDate', 'mobile', 'iban'] as const;
const MOST_PLACES = 40;
