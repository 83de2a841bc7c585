CREATE TABLE `sealed_deviations` (
	`id` text PRIMARY KEY NOT NULL,
	`study_id` text NOT NULL,
	`protocol_hash` text NOT NULL,
	`sealed` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `sealed_deviations_by_study` ON `sealed_deviations` (`study_id`);
--> statement-breakpoint
-- What was written before named labels beside texts that nobody had read. A rebuild writes it again, hidden.
DELETE FROM deviations WHERE handling = 'regenerate' AND sealed GLOB 'eyJ*.*.*.*.*';
