DROP INDEX `participant_identities_by_external_id`;--> statement-breakpoint
CREATE INDEX `participant_identities_by_study` ON `participant_identities` (`study_id`);