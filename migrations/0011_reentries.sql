CREATE TABLE `reentries` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`study_id` text NOT NULL,
	`participant_id` text NOT NULL,
	`outcome` text NOT NULL,
	`reason` text,
	`reference` text NOT NULL,
	`occurred_at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `reentries_by_study` ON `reentries` (`study_id`);--> statement-breakpoint
CREATE INDEX `reentries_by_session` ON `reentries` (`session_id`);