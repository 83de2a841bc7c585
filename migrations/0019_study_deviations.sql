CREATE TABLE `study_deviations` (
	`id` text PRIMARY KEY NOT NULL,
	`study_id` text NOT NULL,
	`protocol_hash` text NOT NULL,
	`kind` text NOT NULL,
	`entries` integer NOT NULL,
	`reason` text,
	`actor` text NOT NULL,
	`sealed` text,
	`occurred_at` text NOT NULL,
	FOREIGN KEY (`study_id`) REFERENCES `studies`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `study_deviations_by_study` ON `study_deviations` (`study_id`);
--> statement-breakpoint
-- What went otherwise than the protocol has it, of a study as a whole. `sealed` is a JWE until the study is unblinded.
CREATE VIEW v_study_deviations AS
SELECT
	studies.slug AS study,
	study_deviations.id,
	study_deviations.kind,
	study_deviations.entries,
	study_deviations.reason,
	study_deviations.actor,
	study_deviations.sealed,
	study_deviations.occurred_at,
	study_deviations.protocol_hash
FROM study_deviations
JOIN studies ON studies.id = study_deviations.study_id;
--> statement-breakpoint
-- What is on record stays on record; only its seal is opened.
CREATE TRIGGER study_deviations_are_not_changed BEFORE UPDATE OF id, study_id, protocol_hash, kind, entries, reason, actor, occurred_at ON study_deviations BEGIN SELECT RAISE(ABORT, 'deviations of a study are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER study_deviations_are_not_deleted BEFORE DELETE ON study_deviations BEGIN SELECT RAISE(ABORT, 'deviations of a study are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER study_deviations_are_not_replaced BEFORE INSERT ON study_deviations WHEN EXISTS (SELECT 1 FROM study_deviations WHERE id = NEW.id OR rowid = NEW.rowid) BEGIN SELECT RAISE(IGNORE); END;
