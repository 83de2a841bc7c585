ALTER TABLE `candidates` ADD `stopped_at` text;--> statement-breakpoint
DROP VIEW v_transcripts;
--> statement-breakpoint
-- One row a message; order by session, position, turn, speaker_order, slot.
CREATE VIEW v_transcripts AS
SELECT
	studies.slug AS study,
	sessions.participant_id AS participant,
	sessions.pool,
	turns.session_id AS session,
	conversations.entry AS conversation,
	conversations.layout,
	conversations.position,
	turns.turn,
	0 AS speaker_order,
	'participant' AS role,
	NULL AS slot,
	NULL AS label,
	NULL AS arm,
	NULL AS chosen,
	turns.text,
	turns.protocol_hash,
	NULL AS stopped,
	NULL AS stopped_at
FROM turns
JOIN sessions ON sessions.id = turns.session_id
JOIN studies ON studies.id = turns.study_id
JOIN conversations ON conversations.id = turns.conversation_id
UNION ALL
SELECT
	studies.slug,
	sessions.participant_id,
	sessions.pool,
	candidates.session_id,
	conversations.entry,
	conversations.layout,
	conversations.position,
	candidates.turn,
	1,
	'assistant',
	candidates.slot,
	candidates.label,
	arm_keys.arm,
	candidates.chosen,
	candidates.text,
	candidates.protocol_hash,
	candidates.stopped,
	candidates.stopped_at
FROM candidates
JOIN sessions ON sessions.id = candidates.session_id
JOIN studies ON studies.id = candidates.study_id
JOIN conversations ON conversations.id = candidates.conversation_id
LEFT JOIN arm_keys ON arm_keys.study_id = candidates.study_id AND arm_keys.label = candidates.label;
