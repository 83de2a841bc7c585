CREATE TABLE `profile_people` (
	`study_id` text NOT NULL,
	`participant_id` text NOT NULL,
	`profile_id` text NOT NULL,
	`source` text NOT NULL,
	`external_id_sealed` text,
	PRIMARY KEY(`study_id`, `participant_id`),
	FOREIGN KEY (`study_id`) REFERENCES `studies`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `profile_people_by_profile` ON `profile_people` (`study_id`,`profile_id`);--> statement-breakpoint
ALTER TABLE `model_calls` ADD `prompt` text;--> statement-breakpoint
ALTER TABLE `profiles` DROP COLUMN `external_id_sealed`;