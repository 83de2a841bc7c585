ALTER TABLE `deviations` ADD `form` text;--> statement-breakpoint
ALTER TABLE `deviations` ADD `item` text;--> statement-breakpoint
DROP VIEW v_deviations;
--> statement-breakpoint
-- What went otherwise than the protocol has it, one row a place. Spans are null while the study is blinded: the length of a
-- hidden name would tell whose it is. After unblinding they are read from what was sealed. `form` and `item` say what was not asked.
CREATE VIEW v_deviations AS
SELECT
	studies.slug AS study,
	sessions.participant_id AS participant,
	sessions.pool,
	deviations.session_id AS session,
	conversations.entry AS conversation,
	conversations.layout,
	conversations.position,
	deviations.turn,
	deviations.slot,
	deviations.label,
	arm_keys.arm,
	deviations.kind,
	deviations.handling,
	coalesce(
		deviations.span_start,
		CASE WHEN json_valid(deviations.sealed) THEN json_extract(deviations.sealed, '$.start') END
	) AS span_start,
	coalesce(
		deviations.span_end,
		CASE WHEN json_valid(deviations.sealed) THEN json_extract(deviations.sealed, '$.end') END
	) AS span_end,
	deviations.occurred_at,
	deviations.protocol_hash,
	deviations.form,
	deviations.item
FROM deviations
JOIN sessions ON sessions.id = deviations.session_id
JOIN studies ON studies.id = deviations.study_id
LEFT JOIN conversations ON conversations.id = deviations.conversation_id
LEFT JOIN arm_keys ON arm_keys.study_id = deviations.study_id AND arm_keys.label = deviations.label;
