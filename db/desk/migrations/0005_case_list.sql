DROP INDEX case_summary_last_position;
--> statement-breakpoint
CREATE INDEX case_summary_last_position ON case_summary (last_position, status);
