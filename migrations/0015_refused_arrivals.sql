CREATE TABLE `refused_arrivals` (
	`study_id` text NOT NULL,
	`day` text NOT NULL,
	`reason` text NOT NULL,
	`arrivals` integer NOT NULL,
	PRIMARY KEY(`study_id`, `day`, `reason`)
);

--> statement-breakpoint
-- How many arrivals by link a study refused, one row a day and reason.
CREATE VIEW v_refused_arrivals AS
SELECT
	studies.slug AS study,
	refused_arrivals.day,
	refused_arrivals.reason,
	refused_arrivals.arrivals
FROM refused_arrivals
JOIN studies ON studies.id = refused_arrivals.study_id;
