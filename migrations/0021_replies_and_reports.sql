CREATE TABLE `reply_reports` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`study_id` text NOT NULL,
	`protocol_hash` text NOT NULL,
	`conversation_id` text NOT NULL,
	`turn` integer NOT NULL,
	`slot` text NOT NULL,
	`label` text NOT NULL,
	`kind` text NOT NULL,
	`note` text,
	`reported_at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `reply_reports_by_session` ON `reply_reports` (`session_id`);--> statement-breakpoint
CREATE INDEX `reply_reports_by_study` ON `reply_reports` (`study_id`);--> statement-breakpoint
ALTER TABLE `answers` ADD `asked` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `answers` ADD `changes` integer;--> statement-breakpoint
ALTER TABLE `answers` ADD `history` text;--> statement-breakpoint
ALTER TABLE `candidates` ADD `seen_at` text;--> statement-breakpoint
ALTER TABLE `candidates` ADD `stopped` integer DEFAULT false NOT NULL;