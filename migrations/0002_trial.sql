CREATE TABLE `adapters` (
	`study_id` text NOT NULL,
	`name` text NOT NULL,
	`participant_id` text,
	`served_name` text NOT NULL,
	`base` text,
	`method` text,
	`provenance` text,
	`status` text NOT NULL,
	`created_at` text NOT NULL,
	PRIMARY KEY(`study_id`, `name`),
	FOREIGN KEY (`study_id`) REFERENCES `studies`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `adapters_by_participant` ON `adapters` (`study_id`,`participant_id`);--> statement-breakpoint
CREATE TABLE `behaviour` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`study_id` text NOT NULL,
	`protocol_hash` text NOT NULL,
	`step` text NOT NULL,
	`kind` text NOT NULL,
	`conversation_id` text,
	`turn` integer,
	`form` text,
	`pasted` integer,
	`pastes` integer,
	`focus_lost` integer,
	`focus_lost_ms` integer,
	`first_key_ms` integer,
	`typing_ms` integer,
	`recorded_at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `behaviour_by_session` ON `behaviour` (`session_id`);--> statement-breakpoint
CREATE TABLE `deviations` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`study_id` text NOT NULL,
	`protocol_hash` text NOT NULL,
	`conversation_id` text,
	`turn` integer,
	`slot` text,
	`label` text,
	`kind` text NOT NULL,
	`handling` text,
	`span_start` integer,
	`span_end` integer,
	`sealed` text,
	`occurred_at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `deviations_by_study` ON `deviations` (`study_id`);--> statement-breakpoint
CREATE TABLE `profiles` (
	`study_id` text NOT NULL,
	`participant_id` text NOT NULL,
	`attributes` text NOT NULL,
	`profile` text NOT NULL,
	`history` text NOT NULL,
	`external_id_sealed` text,
	`data_hash` text NOT NULL,
	`loaded_at` text NOT NULL,
	PRIMARY KEY(`study_id`, `participant_id`),
	FOREIGN KEY (`study_id`) REFERENCES `studies`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `unblindings` (
	`id` text PRIMARY KEY NOT NULL,
	`study_id` text NOT NULL,
	`scope` text NOT NULL,
	`session_id` text,
	`reason` text NOT NULL,
	`analysis_plan` text,
	`actor` text NOT NULL,
	`unblinded_at` text NOT NULL,
	FOREIGN KEY (`study_id`) REFERENCES `studies`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `warnings` (
	`id` text PRIMARY KEY NOT NULL,
	`study_id` text NOT NULL,
	`kind` text NOT NULL,
	`detail` text,
	`raised_at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `warnings_by_study` ON `warnings` (`study_id`);--> statement-breakpoint
ALTER TABLE `candidates` ADD `sealed_text` text;--> statement-breakpoint
CREATE TRIGGER unblindings_are_not_changed BEFORE UPDATE ON unblindings BEGIN SELECT RAISE(ABORT, 'the log of unblindings is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER unblindings_are_not_deleted BEFORE DELETE ON unblindings BEGIN SELECT RAISE(ABORT, 'the log of unblindings is never deleted'); END;
