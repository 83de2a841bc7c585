CREATE TABLE `simulated_participants` (
	`id` text PRIMARY KEY NOT NULL,
	`run_id` text NOT NULL,
	`study_id` text NOT NULL,
	`place` integer NOT NULL,
	`session_id` text,
	`twin` text,
	`sample` integer NOT NULL,
	`persona_hash` text,
	`status` text NOT NULL,
	`failure` text
);
--> statement-breakpoint
CREATE INDEX `simulated_participants_by_run` ON `simulated_participants` (`run_id`);--> statement-breakpoint
CREATE INDEX `simulated_participants_by_twin` ON `simulated_participants` (`twin`);--> statement-breakpoint
CREATE INDEX `simulated_participants_by_session` ON `simulated_participants` (`session_id`);--> statement-breakpoint
CREATE TABLE `simulation_answers` (
	`id` text PRIMARY KEY NOT NULL,
	`run_id` text NOT NULL,
	`study_id` text NOT NULL,
	`protocol_hash` text NOT NULL,
	`twin` text NOT NULL,
	`session_id` text NOT NULL,
	`sample` integer NOT NULL,
	`conversation_id` text,
	`label` text,
	`slot` text,
	`form` text NOT NULL,
	`item` text NOT NULL,
	`kind` text NOT NULL,
	`value` text,
	`rank` integer,
	`position` integer NOT NULL,
	`answered_at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `simulation_answers_by_run` ON `simulation_answers` (`run_id`);--> statement-breakpoint
CREATE INDEX `simulation_answers_by_twin` ON `simulation_answers` (`twin`);--> statement-breakpoint
CREATE TABLE `simulation_calls` (
	`id` text PRIMARY KEY NOT NULL,
	`run_id` text NOT NULL,
	`study_id` text NOT NULL,
	`place` integer NOT NULL,
	`twin` text,
	`step` text NOT NULL,
	`attempt` integer NOT NULL,
	`model` text NOT NULL,
	`prompt` text NOT NULL,
	`prompt_hash` text NOT NULL,
	`reply` text,
	`input_tokens` integer,
	`output_tokens` integer,
	`cost` real,
	`currency` text,
	`failure` text,
	`called_at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `simulation_calls_by_run` ON `simulation_calls` (`run_id`);--> statement-breakpoint
CREATE INDEX `simulation_calls_by_twin` ON `simulation_calls` (`twin`);--> statement-breakpoint
CREATE TABLE `simulation_deviations` (
	`id` text PRIMARY KEY NOT NULL,
	`run_id` text NOT NULL,
	`study_id` text NOT NULL,
	`place` integer NOT NULL,
	`step` text NOT NULL,
	`kind` text NOT NULL,
	`occurred_at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `simulation_deviations_by_run` ON `simulation_deviations` (`run_id`);--> statement-breakpoint
CREATE TABLE `simulation_runs` (
	`id` text PRIMARY KEY NOT NULL,
	`study_id` text NOT NULL,
	`protocol_hash` text NOT NULL,
	`condition` text NOT NULL,
	`model` text,
	`seed` integer NOT NULL,
	`request` text NOT NULL,
	`status` text NOT NULL,
	`participants` integer NOT NULL,
	`done` integer NOT NULL,
	`failed` integer NOT NULL,
	`tokens` integer NOT NULL,
	`cost` real NOT NULL,
	`deviations` text NOT NULL,
	`actor` text NOT NULL,
	`started_at` text NOT NULL,
	`ended_at` text
);
--> statement-breakpoint
CREATE INDEX `simulation_runs_by_study` ON `simulation_runs` (`study_id`);