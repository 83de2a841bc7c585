CREATE TABLE `link_keys` (
	`study_id` text NOT NULL,
	`source` text NOT NULL,
	`key` text NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	PRIMARY KEY(`study_id`, `source`)
);
