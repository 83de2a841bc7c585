-- A form's answers are one row of `form_answers` now. `answers` is a view with the columns of the table before.
DROP VIEW v_answers;
--> statement-breakpoint
DROP VIEW v_forms;
--> statement-breakpoint
DROP VIEW v_checks;
--> statement-breakpoint
DROP VIEW v_participants;
--> statement-breakpoint
CREATE TABLE `form_answers` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`study_id` text NOT NULL,
	`protocol_hash` text NOT NULL,
	`conversation_id` text,
	`form` text NOT NULL,
	`items` text NOT NULL,
	`asked` integer NOT NULL,
	`not_asked` integer NOT NULL,
	`checks` integer NOT NULL,
	`checks_failed` integer NOT NULL,
	`elapsed_ms` integer,
	`answered_at` text NOT NULL
);
--> statement-breakpoint
INSERT INTO `form_answers` (id, session_id, study_id, protocol_hash, conversation_id, form, items, asked, not_asked, checks, checks_failed, elapsed_ms, answered_at)
SELECT
	substr(id, 1, length(id) - length(item) - 1),
	session_id,
	study_id,
	protocol_hash,
	conversation_id,
	form,
	json_group_array(
		json_patch(
			json_object(
				'item', item,
				'kind', kind,
				'value', CASE WHEN value IS NULL THEN NULL WHEN json_valid(value) THEN json(value) ELSE value END,
				'position', position
			),
			json_object(
				'asked', CASE WHEN asked THEN NULL ELSE json('false') END,
				'correct', CASE WHEN correct THEN json('true') WHEN correct IS NOT NULL THEN json('false') END,
				'changes', changes,
				'history', json(history)
			)
		)
		ORDER BY rowid
	),
	sum(asked),
	sum(NOT asked),
	count(correct),
	coalesce(sum(correct = 0), 0),
	max(elapsed_ms),
	max(answered_at)
FROM `answers`
GROUP BY substr(id, 1, length(id) - length(item) - 1);
--> statement-breakpoint
-- SQLite leaves what it drops in the file until it needs the space. What is erased later must not stay readable there.
UPDATE `answers` SET value = zeroblob(length(CAST(value AS BLOB))), history = zeroblob(length(CAST(history AS BLOB)));
--> statement-breakpoint
DROP TABLE `answers`;
--> statement-breakpoint
-- One row for each item of a form: what `form_answers` holds, in the columns that the table of this name had before.
CREATE VIEW answers AS
SELECT
	form_answers.id || '/' || (item.value ->> '$.item') AS id,
	form_answers.session_id,
	form_answers.study_id,
	form_answers.protocol_hash,
	form_answers.conversation_id,
	form_answers.form,
	item.value ->> '$.item' AS item,
	item.value ->> '$.kind' AS kind,
	nullif(item.value -> '$.value', 'null') AS value,
	item.value ->> '$.position' AS position,
	item.value ->> '$.correct' AS correct,
	CASE WHEN coalesce(item.value ->> '$.asked', 1) THEN form_answers.elapsed_ms END AS elapsed_ms,
	form_answers.answered_at,
	coalesce(item.value ->> '$.asked', 1) AS asked,
	item.value ->> '$.changes' AS changes,
	nullif(item.value -> '$.history', 'null') AS history,
	form_answers.id AS form_answers_id,
	form_answers.checks
FROM form_answers JOIN json_each(form_answers.items) AS item;
--> statement-breakpoint
-- One row for each item that was answered, or left out because of other answers (`asked` is 0). A text in `value` has no quotation
-- marks; several options are a JSON array. `period` to `arm` are those of the conversation that the form is about; null for other forms.
CREATE VIEW v_answers AS
SELECT
	studies.slug AS study,
	sessions.pool,
	sessions.participant_id AS participant,
	sessions.id AS session,
	sessions.status AS session_status,
	sessions.stratum,
	sessions.sequence,
	answers.form,
	answers.item,
	answers.kind,
	CASE WHEN json_valid(answers.value) THEN answers.value ->> '$' ELSE answers.value END AS value,
	answers.asked,
	answers.position,
	answers.correct,
	conversations.position AS period,
	conversations.entry AS topic,
	conversations.topic_position,
	conversations.layout,
	conversations.predecessor,
	CASE conversations.layout
		WHEN 'single' THEN conversations.labels
		WHEN 'best-of' THEN (
			SELECT candidates.label FROM turns JOIN candidates ON candidates.turn_id = turns.id
			WHERE turns.conversation_id = conversations.id AND candidates.chosen ORDER BY turns.turn DESC LIMIT 1
		)
	END AS label,
	(SELECT arm_keys.arm FROM arm_keys WHERE arm_keys.study_id = sessions.study_id AND arm_keys.label = CASE conversations.layout
		WHEN 'single' THEN conversations.labels
		WHEN 'best-of' THEN (
			SELECT candidates.label FROM turns JOIN candidates ON candidates.turn_id = turns.id
			WHERE turns.conversation_id = conversations.id AND candidates.chosen ORDER BY turns.turn DESC LIMIT 1
		)
	END) AS arm,
	answers.elapsed_ms,
	answers.changes,
	answers.answered_at,
	answers.conversation_id,
	answers.protocol_hash
FROM studies
JOIN sessions ON sessions.study_id = studies.id
JOIN answers ON answers.form_answers_id > sessions.id || '/' AND answers.form_answers_id < sessions.id || '0'
LEFT JOIN conversations ON conversations.id = answers.conversation_id;
--> statement-breakpoint
-- One row for each form that was filled in. `items` were answered, `not_asked` were left out because of other answers. `seconds` is the
-- time for the whole form, as measured by the client.
CREATE VIEW v_forms AS
SELECT
	studies.slug AS study,
	sessions.pool,
	sessions.participant_id AS participant,
	sessions.id AS session,
	sessions.status AS session_status,
	sessions.stratum,
	sessions.sequence,
	form_answers.form,
	conversations.position AS period,
	conversations.entry AS topic,
	conversations.topic_position,
	conversations.layout,
	conversations.predecessor,
	CASE conversations.layout
		WHEN 'single' THEN conversations.labels
		WHEN 'best-of' THEN (
			SELECT candidates.label FROM turns JOIN candidates ON candidates.turn_id = turns.id
			WHERE turns.conversation_id = conversations.id AND candidates.chosen ORDER BY turns.turn DESC LIMIT 1
		)
	END AS label,
	(SELECT arm_keys.arm FROM arm_keys WHERE arm_keys.study_id = sessions.study_id AND arm_keys.label = CASE conversations.layout
		WHEN 'single' THEN conversations.labels
		WHEN 'best-of' THEN (
			SELECT candidates.label FROM turns JOIN candidates ON candidates.turn_id = turns.id
			WHERE turns.conversation_id = conversations.id AND candidates.chosen ORDER BY turns.turn DESC LIMIT 1
		)
	END) AS arm,
	form_answers.asked AS items,
	form_answers.not_asked,
	form_answers.checks,
	form_answers.checks_failed,
	round(form_answers.elapsed_ms / 1000.0, 1) AS seconds,
	form_answers.answered_at,
	form_answers.conversation_id,
	form_answers.protocol_hash
FROM studies
JOIN sessions ON sessions.study_id = studies.id
JOIN form_answers ON form_answers.id > sessions.id || '/' AND form_answers.id < sessions.id || '0'
LEFT JOIN conversations ON conversations.id = form_answers.conversation_id
WHERE form_answers.asked > 0;
--> statement-breakpoint
-- One row for each attention check that was answered. `passed` is 1 or 0.
CREATE VIEW v_checks AS
SELECT
	studies.slug AS study,
	sessions.pool,
	sessions.participant_id AS participant,
	sessions.id AS session,
	sessions.status AS session_status,
	sessions.stratum,
	sessions.sequence,
	answers.form,
	answers.item,
	CASE WHEN json_valid(answers.value) THEN answers.value ->> '$' ELSE answers.value END AS value,
	answers.correct AS passed,
	conversations.position AS period,
	conversations.entry AS topic,
	conversations.topic_position,
	conversations.layout,
	conversations.predecessor,
	CASE conversations.layout
		WHEN 'single' THEN conversations.labels
		WHEN 'best-of' THEN (
			SELECT candidates.label FROM turns JOIN candidates ON candidates.turn_id = turns.id
			WHERE turns.conversation_id = conversations.id AND candidates.chosen ORDER BY turns.turn DESC LIMIT 1
		)
	END AS label,
	(SELECT arm_keys.arm FROM arm_keys WHERE arm_keys.study_id = sessions.study_id AND arm_keys.label = CASE conversations.layout
		WHEN 'single' THEN conversations.labels
		WHEN 'best-of' THEN (
			SELECT candidates.label FROM turns JOIN candidates ON candidates.turn_id = turns.id
			WHERE turns.conversation_id = conversations.id AND candidates.chosen ORDER BY turns.turn DESC LIMIT 1
		)
	END) AS arm,
	answers.elapsed_ms,
	answers.answered_at,
	answers.protocol_hash
FROM studies
JOIN sessions ON sessions.study_id = studies.id
JOIN answers ON answers.form_answers_id > sessions.id || '/' AND answers.form_answers_id < sessions.id || '0'
	AND answers.checks > 0 AND answers.correct IS NOT NULL
LEFT JOIN conversations ON conversations.id = answers.conversation_id;
--> statement-breakpoint
-- One row for each participant. `step` is the kind of the current step: consent, form, message or choice. A reply that is being
-- written, or that failed, belongs to the step message. `sequence_arms` is null until the study is unblinded. `returns` and
-- `refused_returns` count later arrivals of the same person. `same_person` counts other sessions of the study and pool
-- whose participant has the same id at a recruiter.
CREATE VIEW v_participants AS
WITH same_people AS MATERIALIZED (
	SELECT
		identities.participant_id,
		count(*) OVER (PARTITION BY identities.study_id, identities.external_id, of_person.pool) - 1 AS others
	FROM participant_identities AS identities
	JOIN sessions AS of_person ON of_person.participant_id = identities.participant_id
)
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
	(SELECT coalesce(sum(form_answers.checks_failed), 0) FROM form_answers WHERE form_answers.id > sessions.id || '/' AND form_answers.id < sessions.id || '0') AS checks_failed,
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
	(SELECT form_answers.form FROM form_answers WHERE form_answers.id > sessions.id || '/' AND form_answers.id < sessions.id || '0' ORDER BY form_answers.answered_at DESC LIMIT 1) AS last_form,
	max(
		sessions.started_at,
		coalesce(sessions.consented_at, ''),
		coalesce((SELECT max(form_answers.answered_at) FROM form_answers WHERE form_answers.id > sessions.id || '/' AND form_answers.id < sessions.id || '0'), ''),
		coalesce((SELECT max(ratings.rated_at) FROM ratings WHERE ratings.session_id = sessions.id), ''),
		coalesce((SELECT max(conversations.ended_at) FROM conversations WHERE conversations.session_id = sessions.id), ''),
		coalesce((
			SELECT max(turns.sent_at) FROM conversations JOIN turns ON turns.conversation_id = conversations.id
			WHERE conversations.session_id = sessions.id
		), '')
	) AS last_activity_at,
	(SELECT count(*) FROM reentries WHERE reentries.session_id = sessions.id AND reentries.outcome = 'resumed') AS returns,
	(SELECT count(*) FROM reentries WHERE reentries.session_id = sessions.id AND reentries.outcome = 'refused') AS refused_returns,
	coalesce((SELECT same_people.others FROM same_people WHERE same_people.participant_id = sessions.participant_id), 0) AS same_person,
	sessions.protocol_hash
FROM studies
JOIN sessions ON sessions.study_id = studies.id
LEFT JOIN exits ON exits.session_id = sessions.id;
