import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { PictureView } from '#renderer/components/PictureView.tsx';
import { base64UrlOf } from '#shared/protocol/bytes.ts';

export interface ScanViewerProps {
  /** Of the document. */
  readonly name: string;
  /** Of the page that is shown; undefined while it is fetched. */
  readonly bytes: Uint8Array<ArrayBuffer> | undefined;
  /** From 0. */
  readonly page: number;
  readonly count: number;
  readonly onPage: (page: number) => void;
}

/** A page of a scan, to be read: fitted, enlarged, turned, moved; by mouse or by keys. */
export function ScanViewer({ name, bytes, page, count, onPage }: ScanViewerProps) {
  const { t } = useTranslation('scans');
  const url = useMemo(() => (bytes === undefined ? null : pictureUrl(bytes)), [bytes]);
  const place = { page: page + 1, count };
  return (
    <PictureView
      source={url}
      label={t('view.label', { document: name, ...place })}
      keysHelp={t('view.keys')}
      waitingLabel={t('view.opening')}
      fitLabel={t('view.fit')}
      zoomInLabel={t('view.zoomIn')}
      zoomOutLabel={t('view.zoomOut')}
      rotateLabel={t('view.rotate')}
      pages={
        count > 1
          ? {
              words: t('view.page', place),
              previousLabel: t('view.previous'),
              nextLabel: t('view.next'),
              onPrevious: page > 0 ? () => onPage(page - 1) : null,
              onNext: page < count - 1 ? () => onPage(page + 1) : null,
            }
          : null
      }
    />
  );
}

/** The picture in its own address, so that nothing must be given back when it is no longer shown. */
function pictureUrl(bytes: Uint8Array): string {
  const base64 = base64UrlOf(bytes).replaceAll('-', '+').replaceAll('_', '/');
  return `data:image/jpeg;base64,${base64}`;
}
