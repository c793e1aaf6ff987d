import { useTranslation } from 'react-i18next';
import { Bdi } from '#renderer/components/Bdi.tsx';
import type { EnrolmentListed } from '#shared/contracts/hq/devices.ts';

/** Which branch asks, and who there. */
export function RequestWords({ request }: { readonly request: EnrolmentListed }) {
  const { t } = useTranslation('hqAdministration');
  const { branchName, branchCode, personName } = request;
  return (
    <>
      <strong>{branchName}</strong> <Bdi>{branchCode}</Bdi> · {t('askedBy', { name: personName })}
    </>
  );
}
