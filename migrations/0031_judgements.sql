CREATE TABLE `judgement_batches` (
	`id` text PRIMARY KEY NOT NULL,
	`study_id` text NOT NULL,
	`protocol_hash` text NOT NULL,
	`rubric` text NOT NULL,
	`pool` text NOT NULL,
	`judges` text NOT NULL,
	`repeats` integer NOT NULL,
	`seed` integer NOT NULL,
	`status` text NOT NULL,
	`planned` integer NOT NULL,
	`judged` integer NOT NULL,
	`missing` integer NOT NULL,
	`known` integer NOT NULL,
	`gone` integer NOT NULL,
	`failed` integer NOT NULL,
	`tokens` integer NOT NULL,
	`cost` real NOT NULL,
	`actor` text NOT NULL,
	`started_at` text NOT NULL,
	`ended_at` text
);
--> statement-breakpoint
CREATE INDEX `judgement_batches_by_study` ON `judgement_batches` (`study_id`);--> statement-breakpoint
CREATE TABLE `judgement_labels` (
	`id` text PRIMARY KEY NOT NULL,
	`study_id` text NOT NULL,
	`session_id` text NOT NULL,
	`conversation_id` text NOT NULL,
	`turn` integer NOT NULL,
	`slot` text,
	`other_slot` text,
	`unit` text NOT NULL,
	`rubric` text NOT NULL,
	`item` text NOT NULL,
	`labeller` text NOT NULL,
	`value` text,
	`loaded_at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `judgement_labels_by_study` ON `judgement_labels` (`study_id`);--> statement-breakpoint
CREATE INDEX `judgement_labels_by_session` ON `judgement_labels` (`session_id`);--> statement-breakpoint
CREATE TABLE `judgements` (
	`id` text PRIMARY KEY NOT NULL,
	`batch_id` text NOT NULL,
	`study_id` text NOT NULL,
	`session_id` text NOT NULL,
	`conversation_id` text NOT NULL,
	`turn` integer NOT NULL,
	`slot` text,
	`other_slot` text,
	`unit` text NOT NULL,
	`rubric` text NOT NULL,
	`judge` text NOT NULL,
	`repeat` integer NOT NULL,
	`swapped` integer NOT NULL,
	`request_hash` text NOT NULL,
	`answers` text,
	`fault` text,
	`input_tokens` integer NOT NULL,
	`output_tokens` integer NOT NULL,
	`cost` real,
	`judged_at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `judgements_by_study` ON `judgements` (`study_id`);--> statement-breakpoint
CREATE INDEX `judgements_by_session` ON `judgements` (`session_id`);