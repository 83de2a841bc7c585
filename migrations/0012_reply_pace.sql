CREATE TABLE `reply_pace` (
	`study_id` text NOT NULL,
	`pool` text NOT NULL,
	`replies` integer NOT NULL,
	`late` integer NOT NULL,
	`share` real NOT NULL,
	`published_at` text NOT NULL,
	PRIMARY KEY(`study_id`, `pool`),
	FOREIGN KEY (`study_id`) REFERENCES `studies`(`id`) ON UPDATE no action ON DELETE no action
);
