import { useTranslation } from 'react-i18next';
import { Words } from '#renderer/caseParts/summaryValue.tsx';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { isolated } from '#renderer/language/isolated.ts';
import type { EnrolmentListed } from '#shared/contracts/hq/devices.ts';

/** Which branch asks, and who there. */
export function RequestWords({ request }: { readonly request: EnrolmentListed }) {
  const { t } = useTranslation('hqAdministration');
  const { branchName, branchCode, personName } = request;
  return (
    <>
      <strong>
        <Words>{branchName}</Words>
      </strong>{' '}
      <Bdi>{branchCode}</Bdi> · {t('askedBy', { name: isolated(personName) })}
    </>
  );
}
