CREATE INDEX journal_contact_linked ON journal ((payload::jsonb ->> 'beneficiaryId'))
  WHERE kind = 'contactLinked' AND payload IS NOT NULL;
--> statement-breakpoint
CREATE INDEX journal_contact_named ON journal ((payload::jsonb -> 'who' ->> 'beneficiaryId'))
  WHERE kind = 'contactPersonNamed' AND payload IS NOT NULL;
--> statement-breakpoint
CREATE INDEX journal_contact_namings ON journal ((payload::jsonb ->> 'contactId'), position)
  WHERE kind = 'contactPersonNamed' AND payload IS NOT NULL;
