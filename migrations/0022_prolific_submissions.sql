CREATE TABLE `submissions` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`study_id` text NOT NULL,
	`submission` text NOT NULL,
	`status` text NOT NULL,
	`reported_at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `submissions_by_study` ON `submissions` (`study_id`);--> statement-breakpoint
CREATE INDEX `submissions_by_session` ON `submissions` (`session_id`);