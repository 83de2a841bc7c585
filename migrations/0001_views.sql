-- What a researcher would write first. The views are the stable interface: tables may change under them.
-- `arm` is null while the study is blinded; `label` is always there. Filter on `study` and on `pool = 'live'`.

CREATE VIEW v_sessions AS
SELECT
	studies.slug AS study,
	sessions.id AS session,
	sessions.participant_id AS participant,
	sessions.pool,
	sessions.source,
	sessions.status,
	sessions.stratum,
	sessions.sequence,
	exits.code AS completion_code,
	sessions.started_at,
	sessions.consented_at,
	sessions.randomised_at,
	sessions.ended_at,
	round((julianday(sessions.ended_at) - julianday(sessions.started_at)) * 1440, 2) AS minutes,
	(SELECT count(*) FROM conversations WHERE conversations.session_id = sessions.id AND conversations.ended_at IS NOT NULL) AS conversations_ended,
	sessions.attributes,
	sessions.protocol_hash
FROM sessions
JOIN studies ON studies.id = sessions.study_id
LEFT JOIN exits ON exits.session_id = sessions.id;
--> statement-breakpoint
-- The participant flow in CONSORT's terms, one row a study and pool.
CREATE VIEW v_flow AS
SELECT
	studies.slug AS study,
	sessions.pool,
	count(*) AS assessed,
	sum(sessions.randomised_at IS NULL AND sessions.status = 'declined') AS declined,
	sum(sessions.randomised_at IS NULL AND sessions.status = 'screened_out') AS screened_out,
	sum(sessions.randomised_at IS NULL AND sessions.status = 'failed_checks') AS failed_checks_before,
	sum(sessions.randomised_at IS NULL AND sessions.status = 'full') AS full,
	sum(sessions.randomised_at IS NULL AND sessions.status IN ('withdrawn', 'expired')) AS left_before,
	sum(sessions.randomised_at IS NULL AND sessions.status = 'active') AS not_yet_randomised,
	sum(sessions.randomised_at IS NOT NULL) AS randomised,
	sum(sessions.randomised_at IS NOT NULL AND sessions.status = 'active') AS in_progress,
	sum(sessions.randomised_at IS NOT NULL AND sessions.status = 'completed') AS completed,
	sum(sessions.randomised_at IS NOT NULL AND sessions.status = 'withdrawn') AS withdrawn,
	sum(sessions.randomised_at IS NOT NULL AND sessions.status = 'expired') AS expired,
	sum(sessions.randomised_at IS NOT NULL AND sessions.status = 'failed_checks') AS failed_checks
FROM sessions
JOIN studies ON studies.id = sessions.study_id
GROUP BY studies.slug, sessions.pool;
--> statement-breakpoint
-- One row a rating. `position` is the conversation's place in the participant's order: the period of a crossover.
CREATE VIEW v_ratings AS
SELECT
	studies.slug AS study,
	sessions.participant_id AS participant,
	sessions.pool,
	ratings.session_id AS session,
	sessions.status AS session_status,
	sessions.sequence,
	conversations.entry AS conversation,
	conversations.layout,
	conversations.position,
	conversations.predecessor,
	ratings.label,
	arm_keys.arm,
	ratings.source,
	ratings.turn,
	ratings.slot,
	ratings.form,
	ratings.item,
	ratings.value,
	ratings.min,
	ratings.max,
	candidates.chosen,
	ratings.rated_at,
	ratings.protocol_hash
FROM ratings
JOIN sessions ON sessions.id = ratings.session_id
JOIN studies ON studies.id = ratings.study_id
JOIN conversations ON conversations.id = ratings.conversation_id
LEFT JOIN candidates ON candidates.conversation_id = ratings.conversation_id AND candidates.turn = ratings.turn AND candidates.slot = ratings.slot
LEFT JOIN arm_keys ON arm_keys.study_id = ratings.study_id AND arm_keys.label = ratings.label;
--> statement-breakpoint
-- One row an arm and participant; 1 is best.
CREATE VIEW v_rankings AS
SELECT
	studies.slug AS study,
	sessions.participant_id AS participant,
	sessions.pool,
	rankings.session_id AS session,
	sessions.status AS session_status,
	sessions.sequence,
	rankings.form,
	rankings.item,
	rankings.label,
	arm_keys.arm,
	rankings.rank,
	rankings.position,
	conversations.entry AS conversation,
	rankings.slot,
	rankings.ranked_at,
	rankings.protocol_hash
FROM rankings
JOIN sessions ON sessions.id = rankings.session_id
JOIN studies ON studies.id = rankings.study_id
JOIN conversations ON conversations.id = rankings.conversation_id
LEFT JOIN arm_keys ON arm_keys.study_id = rankings.study_id AND arm_keys.label = rankings.label;
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
	turns.protocol_hash
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
	candidates.protocol_hash
FROM candidates
JOIN sessions ON sessions.id = candidates.session_id
JOIN studies ON studies.id = candidates.study_id
JOIN conversations ON conversations.id = candidates.conversation_id
LEFT JOIN arm_keys ON arm_keys.study_id = candidates.study_id AND arm_keys.label = candidates.label;
