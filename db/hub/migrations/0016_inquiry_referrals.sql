CREATE INDEX journal_inquiry ON journal ((payload::jsonb ->> 'referralId'), position)
  WHERE kind IN ('inquiryReferred', 'inquiryQuestionAdded', 'inquiryAnswered', 'inquiryWithdrawn')
    AND payload IS NOT NULL;
--> statement-breakpoint
CREATE INDEX journal_contact_asked ON journal ((payload::jsonb ->> 'contactId'), position)
  WHERE kind IN ('contactRecorded', 'inquiryReferred') AND payload IS NOT NULL;
