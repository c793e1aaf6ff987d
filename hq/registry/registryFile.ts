import type { ReferenceData } from '#ports/referenceData.ts';
import type { RegistryFile } from '#shared/contracts/hq/registry.ts';
import { PrintedDate } from '#shared/domain/answers/answer.ts';
import { answerAt } from '#shared/domain/answers/answerSet.ts';
import { isoDate, toDayNumber } from '#shared/domain/calendar/dayNumber.ts';
import { applicantOf, textAnswer } from '#shared/domain/case/applicantIdentity.ts';
import { type CaseState, scansOf } from '#shared/domain/case/caseState.ts';
import { releasedItems } from '#shared/domain/case/headquartersState.ts';
import { heardStatus } from '#shared/domain/case/heardStatus.ts';
import { deliveryConflicts } from '#shared/domain/case/serviceConflicts.ts';
import { itemServices } from '#shared/domain/case/serviceState.ts';
import { dateReading, EXPIRY_DATE } from '#shared/domain/documents/documentValidity.ts';
import type { PersonField } from '#shared/domain/hub/personLinks.ts';
import { maskIdentifier } from '#shared/domain/identifiers/maskIdentifier.ts';
import type { BeneficiaryId } from '#shared/domain/identity.ts';
import { askedItems } from '../decisions/askedItems.ts';

/** A registered request of a person, the one changed last first. */
export interface RegisteredRequest {
  readonly fileNo: string;
  readonly branchName: string;
  readonly state: CaseState;
}

const FAMILY = 'family';

/** Whose value of a field counts. */
export type ValueSource = (field: PersonField) => string;

/**
 * Everything that headquarters knows of one person, from all their requests; of what differs between those who
 * were joined, the values that the merge chose. Neither health nor income:
 * what only a study needs stands in the case itself (policy, section 10).
 */
export function registryFileOf(
  personId: BeneficiaryId,
  requests: readonly RegisteredRequest[],
  sourceOf: ValueSource,
  reference: ReferenceData,
): Omit<RegistryFile, 'contacts' | 'today'> {
  const states = requests.map(({ state }) => state);
  const own = requests.find(({ state }) => state.beneficiaryId === personId);
  const fileNo = own?.fileNo ?? requests[0]?.fileNo ?? '';
  const said = (field: PersonField, of: (state: CaseState) => string | null) =>
    firstSaid(fromSource(states, sourceOf(field)), of);
  const idNumber = said('nationalId', (state) => applicantOf(state).idNumber);
  return {
    personId,
    fileNo,
    otherFileNos: [...new Set(requests.map((each) => each.fileNo))].filter((no) => no !== fileNo),
    name: said('name', (state) => applicantOf(state).name || null) ?? '',
    maskedId: idNumber === null ? null : maskIdentifier(idNumber),
    mobile: said('mobile', (state) => applicantOf(state).mobile),
    category: firstSaid(states, (state) => textAnswer(state, 'familyCategory')) ?? '',
    city: said('city', (state) => textAnswer(state, 'city')),
    requests: requests.map((request) => requestOf(request, reference)),
    household: householdOf(states, reference),
    deliveries: states
      .flatMap((state) => deliveriesOf(state, reference))
      .toSorted((one, other) => other.deliveredOn.localeCompare(one.deliveredOn)),
    documents: states
      .flatMap((state) => documentsOf(state, reference))
      .toSorted((one, other) => (one.endsOn ?? '9').localeCompare(other.endsOn ?? '9')),
  };
}

/** The cases of the beneficiary whose value counts come first, the others after them in their order. */
function fromSource(states: readonly CaseState[], beneficiaryId: string): readonly CaseState[] {
  const isOwn = (state: CaseState) => state.beneficiaryId === beneficiaryId;
  return [...states.filter(isOwn), ...states.filter((state) => !isOwn(state))];
}

function firstSaid(
  states: readonly CaseState[],
  of: (state: CaseState) => string | null,
): string | null {
  return states.map(of).find((said) => said !== null) ?? null;
}

function requestOf(
  { state, branchName }: RegisteredRequest,
  reference: ReferenceData,
): RegistryFile['requests'][number] {
  const { headquarters, service } = state;
  const decided = releasedItems(headquarters);
  const services = itemServices(headquarters, service);
  return {
    caseId: state.caseId,
    reference: state.reference,
    branchName,
    status: heardStatus(state.status),
    submittedAt: state.submission?.at ?? null,
    decisionNumbers: headquarters.decisions.flatMap(({ content, released }) =>
      content === null || released === null ? [] : [content.number],
    ),
    items: askedItems(state, reference.rulesOf(state).questionnaire).map(({ itemId, label }) => {
      const given = services.find(({ item }) => item.itemId === itemId);
      return {
        itemId,
        label,
        outcome: decided.find((item) => item.itemId === itemId)?.outcome ?? null,
        approvedAmount: given?.approvedAmount ?? null,
        deliveredAmount: given?.deliveredAmount ?? 0,
      };
    }),
    hasConflict: deliveryConflicts(headquarters, service).length > 0,
  };
}

function householdOf(
  states: readonly CaseState[],
  reference: ReferenceData,
): RegistryFile['household'] {
  const state = states.find(({ answers }) => (answers.rows[FAMILY] ?? []).length > 0);
  if (state === undefined) return [];
  const { questionnaire } = reference.rulesOf(state);
  const relations = questionnaire.fieldByName.get(`${FAMILY}/relationship`)?.choiceList?.byName;
  return (state.answers.rows[FAMILY] ?? []).map((rowId) => {
    const said = (field: string) => textAnswer(state, `${FAMILY}/${rowId}/${field}`);
    const idNumber = said('idNumber');
    const birth = answerAt(state.answers, `${FAMILY}/${rowId}/birthDate`);
    const date = PrintedDate.safeParse(
      birth !== undefined && 'value' in birth ? birth.value : null,
    );
    return {
      rowId,
      name: said('name') ?? '',
      relation: relations?.get(said('relationship') ?? '')?.label ?? null,
      maskedId: idNumber === null ? null : maskIdentifier(idNumber),
      birthYear: date.success ? gregorianYear(date.data) : null,
    };
  });
}

function gregorianYear(date: PrintedDate): number | null {
  const day = toDayNumber(date);
  return day === null ? null : Number(isoDate(day).slice(0, 4));
}

function deliveriesOf(state: CaseState, reference: ReferenceData): RegistryFile['deliveries'] {
  const items = askedItems(state, reference.rulesOf(state).questionnaire);
  return state.service.deliveries.map((delivery) => ({
    deliveryId: delivery.deliveryId,
    caseId: state.caseId,
    label: items.find(({ itemId }) => itemId === delivery.itemId)?.label ?? null,
    deliveredOn: delivery.deliveredOn,
    amount: delivery.amount,
    quantity: delivery.quantity,
    deliverer: delivery.deliverer,
    outcome: delivery.found?.outcome ?? null,
  }));
}

function documentsOf(state: CaseState, reference: ReferenceData): RegistryFile['documents'] {
  const { documentRules } = reference.rulesOf(state);
  return Object.values(state.documents)
    .filter(({ presentation }) => presentation === 'presented')
    .map(({ documentKey, readings }) => {
      const printed = dateReading(readings, EXPIRY_DATE);
      const day = printed === null ? null : toDayNumber(printed);
      const rule = documentRules.rules.find(({ type }) => documentKey.split('/')[0] === type);
      return {
        caseId: state.caseId,
        documentKey,
        name: rule?.face.label ?? null,
        endsOn: day === null ? null : isoDate(day),
        pages: scansOf(state, documentKey).reduce((sum, { pages }) => sum + pages.length, 0),
      };
    });
}
