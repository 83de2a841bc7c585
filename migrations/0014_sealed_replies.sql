ALTER TABLE `model_calls` ADD `discarded_text` text;--> statement-breakpoint
ALTER TABLE `model_calls` ADD `hidden_text` text;--> statement-breakpoint
-- `retries` becomes nullable. A table that views read cannot be replaced, so the column is.
ALTER TABLE `turns` RENAME COLUMN `retries` TO `retries_before`;--> statement-breakpoint
ALTER TABLE `turns` ADD `retries` integer;--> statement-breakpoint
-- A blinded study has none: they tell whose model fails. A rebuild puts them under seal.
UPDATE `turns` SET `retries` = `retries_before` WHERE `study_id` NOT IN (SELECT `studies`.`id` FROM `studies` JOIN `study_versions` ON `study_versions`.`study_id` = `studies`.`id` AND `study_versions`.`version` = `studies`.`version` WHERE `studies`.`unblinded_at` IS NULL AND json_extract(`study_versions`.`protocol`, '$.blinding.level') = 'double');--> statement-breakpoint
ALTER TABLE `turns` DROP COLUMN `retries_before`;
