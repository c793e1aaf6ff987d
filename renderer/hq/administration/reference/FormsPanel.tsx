import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { useHqToday } from '#renderer/access/hq/overview.ts';
import { useHqMay } from '#renderer/access/hq/status.ts';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { DataTable } from '#renderer/components/DataTable.tsx';
import { FileButton } from '#renderer/components/FileButton.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { Row, Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { saveBytes } from '#renderer/components/save-file.ts';
import { InstantText } from '#renderer/language/dates.tsx';
import {
  LARGEST_DOCUMENT,
  type ReferenceDraft,
  type ReferenceKindState,
  type ReferenceVersion,
} from '#shared/contracts/hq/reference.ts';
import { base64UrlOf, bytesOfBase64Url } from '#shared/protocol/bytes.ts';
import { DraftPanel } from './DraftPanel.tsx';

const ACCEPT = { questionnaire: '.xlsx,.json', other: '.json' } as const;

/** Questionnaire, rules and library: the version in force, its history, its file, and the next one handed in. */
export function FormsPanel({ kinds }: { readonly kinds: readonly ReferenceKindState[] }) {
  const { t } = useTranslation('reference');
  const mayPublish = useHqMay('reference.publish');
  const [unkept, setUnkept] = useState<ReferenceDraft | null>(null);
  const [openId, setOpenId] = useState<string | null>(null);
  const upload = useUpload(setUnkept);
  const download = useDownload();
  return (
    <Stack>
      <Panel title={t('forms')} note={t('formsNote')} body="flush">
        <HqErrorNote error={upload.error ?? download.error} />
        <DataTable
          caption={t('forms')}
          rows={kinds}
          rowId={({ kind }) => kind}
          drawer={{
            openId,
            onToggle: (id) => setOpenId(openId === id ? null : id),
            openLabel: ({ kind }) => t('showVersions', { kind: t(`kind.${kind}`) }),
            closeLabel: ({ kind }) => t('hideVersions', { kind: t(`kind.${kind}`) }),
            content: (state) => <Versions state={state} />,
          }}
          columns={[
            {
              id: 'kind',
              head: t('document'),
              isRowName: true,
              cell: ({ kind }) => t(`kind.${kind}`),
            },
            {
              id: 'version',
              head: t('inForce'),
              isFigure: true,
              cell: ({ versions: [first] }) => <Bdi>{first?.version}</Bdi>,
            },
            {
              id: 'since',
              head: t('since'),
              cell: ({ versions: [first] }) => <Since version={first} />,
            },
            {
              id: 'act',
              head: t('file'),
              isHeadHidden: true,
              cell: ({ kind, versions: [first] }) => (
                <Row>
                  <Button
                    size="sm"
                    icon={Download}
                    onPress={() => download.mutate({ kind, version: first?.version ?? 1 })}
                  >
                    {t('download')}
                  </Button>
                  {mayPublish && (
                    <FileButton
                      size="sm"
                      label={t('handInOf', { kind: t(`kind.${kind}`) })}
                      accept={kind === 'questionnaire' ? ACCEPT.questionnaire : ACCEPT.other}
                      busy={upload.isPending && upload.variables.kind === kind}
                      onFile={(file) => upload.mutate({ kind, file })}
                    >
                      {t('handIn')}
                    </FileButton>
                  )}
                </Row>
              ),
            },
          ]}
        />
      </Panel>
      {unkept !== null && (
        <Stack gap={3}>
          <Note tone="review" slim live="status">
            {t('unkept')}
          </Note>
          <DraftPanel draft={unkept} />
        </Stack>
      )}
      {kinds.map(
        ({ kind, draft }) =>
          // The library's stands where its pages are written.
          draft !== null && kind !== 'library' && <DraftPanel key={kind} draft={draft} />,
      )}
    </Stack>
  );
}

function Since({ version }: { readonly version: ReferenceVersion | undefined }) {
  const { t } = useTranslation('reference');
  const today = useHqToday();
  if (version?.published == null) return t('delivered');
  const { at, by } = version.published;
  return (
    <>
      <InstantText instant={at} today={today} layout="line" /> · {by}
    </>
  );
}

function Versions({ state }: { readonly state: ReferenceKindState }) {
  const { t } = useTranslation('reference');
  return (
    <DataTable
      caption={t('versionsOf', { kind: t(`kind.${state.kind}`) })}
      isDense
      rows={state.versions}
      rowId={({ version }) => String(version)}
      columns={[
        {
          id: 'version',
          head: t('version'),
          isRowName: true,
          isFigure: true,
          cell: ({ version }) => <Bdi>{version}</Bdi>,
        },
        { id: 'since', head: t('since'), cell: (version) => <Since version={version} /> },
        { id: 'reason', head: t('reason'), cell: ({ published }) => published?.reason ?? '' },
      ]}
    />
  );
}

function useUpload(onUnkept: (draft: ReferenceDraft | null) => void) {
  const { client, queries } = useHq();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async ({ kind, file }: { readonly kind: ReferenceDraft['kind']; file: File }) => {
      // One that is too large goes as an empty one of that length would: the hub says the sentence.
      const bytes = new Uint8Array(await file.slice(0, LARGEST_DOCUMENT + 1).arrayBuffer());
      return client.reference.upload({
        kind,
        fileName: file.name.slice(0, 200),
        data: base64UrlOf(bytes),
      });
    },
    onSuccess: (draft) => {
      onUnkept(draft.isKept ? null : draft);
      return cache.invalidateQueries({ queryKey: queries.reference.overview.key() });
    },
  });
}

function useDownload() {
  const { client } = useHq();
  return useMutation({
    mutationFn: async (wish: {
      readonly kind: ReferenceDraft['kind'];
      readonly version: number;
    }) => {
      const { fileName, mediaType, data } = await client.reference.download(wish);
      saveBytes(fileName, Uint8Array.from(bytesOfBase64Url(data)), mediaType);
    },
  });
}
