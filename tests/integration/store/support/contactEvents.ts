import type { NewDeskEvent } from '#db/desk/newEvent.ts';
import { ComplaintId, ContactId } from '#shared/domain/contacts/contactEvents.ts';
import { ACTOR, newBeneficiaryId, newCaseId } from './deskFixture.ts';

/** A contact that is followed up and becomes a case, and a complaint that is answered. */
export function contactEvents(): readonly NewDeskEvent[] {
  const contactId = ContactId.parse(newCaseId());
  const complaintId = ComplaintId.parse(newCaseId());
  const by = { actorId: ACTOR, caseId: null } as const;
  const who = { beneficiaryId: null, name: 'هدى الزهراني', phone: '0501234567' };
  return [
    {
      ...by,
      kind: 'contactRecorded',
      payload: {
        contactId,
        channel: 'phone',
        initiatedBy: 'beneficiary',
        who,
        topic: 'سلة غذائية',
        said: 'متى تُصرف؟',
        answer: 'بعد رد اللجنة',
        isSuggestion: false,
        followUpBy: '2025-02-27',
        caseId: null,
      },
    },
    {
      ...by,
      kind: 'inquiryReferred',
      payload: {
        referralId: newCaseId(),
        entryId: newCaseId(),
        contactId,
        reason: 'documentMissing',
        question: 'بماذا تُثبت السكن؟',
        askedOn: '2025-02-24',
        appointment: null,
      },
    },
    {
      ...by,
      kind: 'contactFollowedUp',
      payload: { contactId, outcome: 'أُبلغت بالموعد', nextBy: '2025-03-02' },
    },
    {
      ...by,
      kind: 'contactPersonNamed',
      payload: { contactId, who: { ...who, beneficiaryId: newBeneficiaryId() } },
    },
    {
      ...by,
      kind: 'contactLinked',
      payload: { contactId, caseId: newCaseId(), beneficiaryId: newBeneficiaryId() },
    },
    {
      ...by,
      kind: 'complaintRecorded',
      payload: {
        complaintId,
        number: `MKH01-B7-C2025-${complaintId}`.slice(0, 40),
        channel: 'phone',
        about: 'delay',
        text: 'تأخر الرد',
        who,
        caseId: null,
        against: null,
        recordedOn: '2025-02-24',
        dueBy: '2025-03-10',
      },
    },
    {
      ...by,
      kind: 'complaintAnswered',
      payload: {
        complaintId,
        answer: 'نعتذر، وقد رُفع الطلب',
        answeredBy: 'مسؤول الجودة',
        answeredOn: '2025-03-01',
      },
    },
  ];
}
