CREATE TABLE `study_settings` (
	`study_id` text NOT NULL,
	`version` integer NOT NULL,
	`settings` text NOT NULL,
	`reason` text NOT NULL,
	`actor` text NOT NULL,
	`created_at` text NOT NULL,
	PRIMARY KEY(`study_id`, `version`),
	FOREIGN KEY (`study_id`) REFERENCES `studies`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `api_keys` ADD `studies` text;--> statement-breakpoint
ALTER TABLE `api_keys` ADD `expires_at` text;--> statement-breakpoint
ALTER TABLE `api_keys` ADD `last_used_at` text;--> statement-breakpoint
ALTER TABLE `api_keys` ADD `replaces` text;--> statement-breakpoint
ALTER TABLE `sessions` ADD `current_step` text;--> statement-breakpoint
ALTER TABLE `sessions` ADD `steps_done` integer;--> statement-breakpoint
ALTER TABLE `sessions` ADD `steps_of` integer;--> statement-breakpoint
ALTER TABLE `sessions` ADD `last_activity_at` text;