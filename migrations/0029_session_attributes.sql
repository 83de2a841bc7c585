CREATE TABLE `session_attributes` (
	`session_id` text PRIMARY KEY NOT NULL,
	`study_id` text NOT NULL,
	`attributes` text NOT NULL
);
--> statement-breakpoint
INSERT INTO session_attributes SELECT id, study_id, attributes FROM sessions WHERE attributes <> '{}';
--> statement-breakpoint
DROP VIEW v_sessions;
--> statement-breakpoint
DROP VIEW v_stuck;
--> statement-breakpoint
DROP VIEW v_participants;
--> statement-breakpoint
ALTER TABLE `sessions` DROP COLUMN `attributes`;
--> statement-breakpoint
-- One row for each participant. `step` is the kind of the current step: consent, form, message or choice. A reply that is being
-- written, or that failed, belongs to the step message. `sequence_arms` is null until the study is unblinded. `returns` and
-- `refused_returns` count later arrivals of the same person. `same_person` counts other sessions of the study and pool
-- whose participant has the same id at a recruiter.
CREATE VIEW v_participants AS
SELECT
	studies.slug AS study,
	sessions.pool,
	sessions.participant_id AS participant,
	sessions.id AS session,
	sessions.status AS session_status,
	sessions.source,
	sessions.stratum,
	sessions.sequence,
	(
		SELECT group_concat(arm_keys.arm, ' ' ORDER BY place.key)
		FROM json_each('["' || replace(sessions.sequence, ' ', '","') || '"]') AS place
		JOIN arm_keys ON arm_keys.study_id = sessions.study_id AND arm_keys.label = place.value
	) AS sequence_arms,
	coalesce((SELECT session_attributes.attributes FROM session_attributes WHERE session_attributes.session_id = sessions.id), '{}') AS attributes,
	exits.reason AS exit_reason,
	exits.code AS completion_code,
	sessions.started_at,
	sessions.consented_at,
	sessions.randomised_at,
	sessions.ended_at,
	round((julianday(sessions.ended_at) - julianday(sessions.started_at)) * 1440, 2) AS minutes,
	(SELECT count(*) FROM conversations WHERE conversations.session_id = sessions.id) AS conversations_started,
	(SELECT count(*) FROM conversations WHERE conversations.session_id = sessions.id AND conversations.ended_at IS NOT NULL) AS conversations_ended,
	(SELECT coalesce(sum(conversations.turns), 0) FROM conversations WHERE conversations.session_id = sessions.id) AS turns,
	(SELECT count(*) FROM answers WHERE answers.session_id = sessions.id AND answers.correct = 0) AS checks_failed,
	CASE
		WHEN sessions.status <> 'active' THEN NULL
		WHEN sessions.consented_at IS NULL THEN 'consent'
		WHEN EXISTS (
			SELECT 1 FROM conversations JOIN turns ON turns.conversation_id = conversations.id AND turns.turn = conversations.turns
			JOIN candidates ON candidates.turn_id = turns.id
			WHERE conversations.session_id = sessions.id AND conversations.ended_at IS NULL
			AND conversations.layout = 'best-of' AND candidates.chosen IS NULL
		) THEN 'choice'
		WHEN EXISTS (
			SELECT 1 FROM conversations WHERE conversations.session_id = sessions.id AND conversations.ended_at IS NULL
		) THEN 'message'
		ELSE 'form'
	END AS step,
	(SELECT max(conversations.position) FROM conversations WHERE conversations.session_id = sessions.id) AS period,
	(SELECT answers.form FROM answers WHERE answers.session_id = sessions.id ORDER BY answers.answered_at DESC LIMIT 1) AS last_form,
	max(
		sessions.started_at,
		coalesce(sessions.consented_at, ''),
		coalesce((SELECT max(answers.answered_at) FROM answers WHERE answers.session_id = sessions.id), ''),
		coalesce((SELECT max(ratings.rated_at) FROM ratings WHERE ratings.session_id = sessions.id), ''),
		coalesce((SELECT max(conversations.ended_at) FROM conversations WHERE conversations.session_id = sessions.id), ''),
		coalesce((
			SELECT max(turns.sent_at) FROM conversations JOIN turns ON turns.conversation_id = conversations.id
			WHERE conversations.session_id = sessions.id
		), '')
	) AS last_activity_at,
	(SELECT count(*) FROM reentries WHERE reentries.session_id = sessions.id AND reentries.outcome = 'resumed') AS returns,
	(SELECT count(*) FROM reentries WHERE reentries.session_id = sessions.id AND reentries.outcome = 'refused') AS refused_returns,
	(
		SELECT count(*) FROM participant_identities AS own
		JOIN participant_identities AS other ON other.study_id = own.study_id AND other.external_id = own.external_id
		JOIN sessions AS elsewhere ON elsewhere.participant_id = other.participant_id AND elsewhere.pool = sessions.pool
		WHERE own.participant_id = sessions.participant_id AND other.participant_id <> own.participant_id
	) AS same_person,
	sessions.protocol_hash
FROM studies
JOIN sessions ON sessions.study_id = studies.id
LEFT JOIN exits ON exits.session_id = sessions.id;
--> statement-breakpoint
-- One row for each active session without an answer for 15 minutes. `minutes_idle` counts since the last one. It has no label: who is
-- stuck must not be compared by arm before the study is unblinded.
CREATE VIEW v_stuck AS
SELECT
	study,
	pool,
	participant,
	session,
	session_status,
	stratum,
	step,
	period,
	last_form,
	started_at,
	last_activity_at,
	round((julianday('now') - julianday(last_activity_at)) * 1440, 1) AS minutes_idle
FROM v_participants
WHERE session_status = 'active' AND julianday('now') - julianday(last_activity_at) >= 15.0 / 1440;
--> statement-breakpoint
-- One row for each session, whatever became of it.
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
	coalesce((SELECT session_attributes.attributes FROM session_attributes WHERE session_attributes.session_id = sessions.id), '{}') AS attributes,
	sessions.protocol_hash
FROM sessions
JOIN studies ON studies.id = sessions.study_id
LEFT JOIN exits ON exits.session_id = sessions.id;
