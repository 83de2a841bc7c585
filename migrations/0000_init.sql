CREATE TABLE `answers` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`study_id` text NOT NULL,
	`protocol_hash` text NOT NULL,
	`conversation_id` text,
	`form` text NOT NULL,
	`item` text NOT NULL,
	`kind` text NOT NULL,
	`value` text,
	`position` integer NOT NULL,
	`correct` integer,
	`elapsed_ms` integer,
	`answered_at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `answers_by_session` ON `answers` (`session_id`);--> statement-breakpoint
CREATE TABLE `api_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`hash` text NOT NULL,
	`scopes` text NOT NULL,
	`created_at` text NOT NULL,
	`revoked_at` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `api_keys_hash_unique` ON `api_keys` (`hash`);--> statement-breakpoint
CREATE TABLE `arm_keys` (
	`study_id` text NOT NULL,
	`label` text NOT NULL,
	`arm` text NOT NULL,
	`revealed_at` text NOT NULL,
	PRIMARY KEY(`study_id`, `label`),
	FOREIGN KEY (`study_id`) REFERENCES `studies`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `audit` (
	`id` text PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`actor` text NOT NULL,
	`action` text NOT NULL,
	`study_id` text,
	`target` text,
	`detail` text
);
--> statement-breakpoint
CREATE INDEX `audit_by_time` ON `audit` (`at`);--> statement-breakpoint
CREATE TABLE `candidates` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`study_id` text NOT NULL,
	`protocol_hash` text NOT NULL,
	`conversation_id` text NOT NULL,
	`turn_id` text NOT NULL,
	`turn` integer NOT NULL,
	`slot` text NOT NULL,
	`label` text NOT NULL,
	`text` text NOT NULL,
	`chosen` integer
);
--> statement-breakpoint
CREATE INDEX `candidates_by_turn` ON `candidates` (`turn_id`);--> statement-breakpoint
CREATE TABLE `conversations` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`study_id` text NOT NULL,
	`protocol_hash` text NOT NULL,
	`entry` text NOT NULL,
	`position` integer NOT NULL,
	`layout` text NOT NULL,
	`labels` text NOT NULL,
	`predecessor` text,
	`turns` integer NOT NULL,
	`started_at` text NOT NULL,
	`ended_at` text
);
--> statement-breakpoint
CREATE INDEX `conversations_by_session` ON `conversations` (`session_id`);--> statement-breakpoint
CREATE TABLE `exits` (
	`session_id` text PRIMARY KEY NOT NULL,
	`study_id` text NOT NULL,
	`protocol_hash` text NOT NULL,
	`reason` text NOT NULL,
	`code` text,
	`exited_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `idempotency` (
	`key_id` text NOT NULL,
	`idempotency_key` text NOT NULL,
	`fingerprint` text NOT NULL,
	`status` integer,
	`body` text,
	`created_at` text NOT NULL,
	PRIMARY KEY(`key_id`, `idempotency_key`)
);
--> statement-breakpoint
CREATE TABLE `model_calls` (
	`id` text PRIMARY KEY NOT NULL,
	`study_id` text NOT NULL,
	`protocol_hash` text NOT NULL,
	`sealed` text,
	`session_id` text,
	`conversation_id` text,
	`turn` integer,
	`slot` text,
	`label` text,
	`attempt` integer,
	`provider` text,
	`model` text,
	`served_model` text,
	`input_tokens` integer,
	`output_tokens` integer,
	`first_frame_ms` integer,
	`last_frame_ms` integer,
	`finish_reason` text,
	`failure` text,
	`started_at` text
);
--> statement-breakpoint
CREATE INDEX `model_calls_by_study` ON `model_calls` (`study_id`);--> statement-breakpoint
CREATE TABLE `participant_identities` (
	`participant_id` text PRIMARY KEY NOT NULL,
	`study_id` text NOT NULL,
	`source` text NOT NULL,
	`external_id` text NOT NULL,
	`reference` text
);
--> statement-breakpoint
CREATE TABLE `rankings` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`study_id` text NOT NULL,
	`protocol_hash` text NOT NULL,
	`form` text NOT NULL,
	`item` text NOT NULL,
	`conversation_id` text NOT NULL,
	`slot` text,
	`label` text NOT NULL,
	`rank` integer NOT NULL,
	`position` integer NOT NULL,
	`ranked_at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `rankings_by_session` ON `rankings` (`session_id`);--> statement-breakpoint
CREATE TABLE `ratings` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`study_id` text NOT NULL,
	`protocol_hash` text NOT NULL,
	`conversation_id` text NOT NULL,
	`label` text NOT NULL,
	`source` text NOT NULL,
	`turn` integer,
	`slot` text,
	`form` text,
	`item` text,
	`value` real,
	`min` real,
	`max` real,
	`rated_at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `ratings_by_session` ON `ratings` (`session_id`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`study_id` text NOT NULL,
	`protocol_hash` text NOT NULL,
	`participant_id` text NOT NULL,
	`source` text NOT NULL,
	`pool` text NOT NULL,
	`status` text NOT NULL,
	`attributes` text NOT NULL,
	`stratum` text,
	`sequence` text,
	`started_at` text NOT NULL,
	`consented_at` text,
	`consent_version` text,
	`randomised_at` text,
	`ended_at` text,
	`last_event` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `sessions_by_study` ON `sessions` (`study_id`,`status`);--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_by_participant` ON `sessions` (`participant_id`);--> statement-breakpoint
CREATE TABLE `studies` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`title` text NOT NULL,
	`status` text NOT NULL,
	`version` integer NOT NULL,
	`protocol_hash` text NOT NULL,
	`pseudonym_key` text NOT NULL,
	`seed_commitment` text,
	`revealed_seed` text,
	`created_at` text NOT NULL,
	`opened_at` text,
	`closed_at` text,
	`unblinded_at` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `studies_slug_unique` ON `studies` (`slug`);--> statement-breakpoint
CREATE TABLE `study_versions` (
	`study_id` text NOT NULL,
	`version` integer NOT NULL,
	`protocol_hash` text NOT NULL,
	`protocol` text NOT NULL,
	`created_at` text NOT NULL,
	`opened_at` text,
	PRIMARY KEY(`study_id`, `version`),
	FOREIGN KEY (`study_id`) REFERENCES `studies`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `turns` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`study_id` text NOT NULL,
	`protocol_hash` text NOT NULL,
	`conversation_id` text NOT NULL,
	`turn` integer NOT NULL,
	`text` text NOT NULL,
	`sent_at` text NOT NULL,
	`retries` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `turns_by_conversation` ON `turns` (`conversation_id`);