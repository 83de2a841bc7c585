-- Fewer rows for each session: ratings and rankings have no row ids and no index besides their key, answers are found by their id,
-- which begins with the session's. Views that read them have to go before the tables do.
DROP VIEW v_stuck;
--> statement-breakpoint
DROP VIEW v_ratings;
--> statement-breakpoint
DROP VIEW v_rankings;
--> statement-breakpoint
DROP VIEW v_rankings_wide;
--> statement-breakpoint
DROP VIEW v_answers;
--> statement-breakpoint
DROP VIEW v_forms;
--> statement-breakpoint
DROP VIEW v_checks;
--> statement-breakpoint
DROP VIEW v_participants;
--> statement-breakpoint
DROP VIEW v_turns;
--> statement-breakpoint
DROP VIEW v_transcripts;
--> statement-breakpoint
DROP INDEX `answers_by_session`;
--> statement-breakpoint
CREATE TABLE `__new_ratings` (
	`id` text NOT NULL,
	`session_id` text NOT NULL,
	`study_id` text NOT NULL,
	`protocol_hash` text NOT NULL,
	`conversation_id` text NOT NULL,
	`label` text NOT NULL,
	`source` text NOT NULL,
	`turn` integer,
	`slot` text,
	`form` text,
	`item` text,
	`value` real,
	`min` real,
	`max` real,
	`rated_at` text NOT NULL,
	PRIMARY KEY(`session_id`, `id`)
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `__new_ratings` (id, session_id, study_id, protocol_hash, conversation_id, label, source, turn, slot, form, item, value, min, max, rated_at) SELECT id, session_id, study_id, protocol_hash, conversation_id, label, source, turn, slot, form, item, value, min, max, rated_at FROM `ratings`;
--> statement-breakpoint
DROP TABLE `ratings`;
--> statement-breakpoint
ALTER TABLE `__new_ratings` RENAME TO `ratings`;
--> statement-breakpoint
CREATE TABLE `__new_rankings` (
	`id` text NOT NULL,
	`session_id` text NOT NULL,
	`study_id` text NOT NULL,
	`protocol_hash` text NOT NULL,
	`form` text NOT NULL,
	`item` text NOT NULL,
	`conversation_id` text NOT NULL,
	`slot` text,
	`label` text NOT NULL,
	`rank` integer NOT NULL,
	`position` integer NOT NULL,
	`ranked_at` text NOT NULL,
	PRIMARY KEY(`session_id`, `id`)
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `__new_rankings` (id, session_id, study_id, protocol_hash, form, item, conversation_id, slot, label, rank, position, ranked_at) SELECT id, session_id, study_id, protocol_hash, form, item, conversation_id, slot, label, rank, position, ranked_at FROM `rankings`;
--> statement-breakpoint
DROP TABLE `rankings`;
--> statement-breakpoint
ALTER TABLE `__new_rankings` RENAME TO `rankings`;
--> statement-breakpoint
ALTER TABLE `turns` ADD `characters` integer;
--> statement-breakpoint
ALTER TABLE `turns` ADD `words` integer;
--> statement-breakpoint
ALTER TABLE `candidates` ADD `characters` integer;
--> statement-breakpoint
ALTER TABLE `candidates` ADD `words` integer;
--> statement-breakpoint
-- One row for each rating. `position` and `period` are the conversation's place in the participant's order, `topic_position` is its
-- place within its topic. Everything that a mixed model needs is in the row.
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
	(SELECT arm_keys.arm FROM arm_keys WHERE arm_keys.study_id = sessions.study_id AND arm_keys.label = ratings.label) AS arm,
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
	ratings.protocol_hash,
	conversations.topic_position,
	sessions.stratum,
	conversations.position AS period,
	conversations.entry AS topic,
	(SELECT arm_keys.arm FROM arm_keys WHERE arm_keys.study_id = sessions.study_id AND arm_keys.label = conversations.predecessor) AS predecessor_arm
FROM studies
JOIN sessions ON sessions.study_id = studies.id
JOIN ratings ON ratings.session_id = sessions.id
JOIN conversations ON conversations.id = ratings.conversation_id
LEFT JOIN turns ON turns.conversation_id = ratings.conversation_id AND turns.turn = ratings.turn
LEFT JOIN candidates ON candidates.turn_id = turns.id AND candidates.slot = ratings.slot;
--> statement-breakpoint
-- One row for each arm in a ranking; 1 is best. `position` is the option's place in the list as shown, `period` that of the ranked
-- conversation in the participant's order.
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
	(SELECT arm_keys.arm FROM arm_keys WHERE arm_keys.study_id = sessions.study_id AND arm_keys.label = rankings.label) AS arm,
	rankings.rank,
	rankings.position,
	conversations.entry AS conversation,
	rankings.slot,
	rankings.ranked_at,
	rankings.protocol_hash,
	sessions.stratum,
	conversations.position AS period,
	conversations.entry AS topic,
	conversations.topic_position,
	conversations.predecessor,
	(SELECT arm_keys.arm FROM arm_keys WHERE arm_keys.study_id = sessions.study_id AND arm_keys.label = conversations.predecessor) AS predecessor_arm
FROM studies
JOIN sessions ON sessions.study_id = studies.id
JOIN rankings ON rankings.session_id = sessions.id
JOIN conversations ON conversations.id = rankings.conversation_id;
--> statement-breakpoint
-- One row for each ranking. `rank_1` is the label of the best, `rank_2` of the second, up to 12. `arm_1` and the following name the
-- same arms, and are null until the study is unblinded. `ranking` has all labels in one text, best first. `period` and `topic` are those
-- of the conversation whose panes were ranked; null if conversations were ranked.
CREATE VIEW v_rankings_wide AS
SELECT
	studies.slug AS study,
	sessions.pool,
	sessions.participant_id AS participant,
	sessions.id AS session,
	sessions.status AS session_status,
	sessions.stratum,
	sessions.sequence,
	rankings.form,
	rankings.item,
	CASE WHEN rankings.slot IS NOT NULL THEN conversations.position END AS period,
	CASE WHEN rankings.slot IS NOT NULL THEN conversations.entry END AS topic,
	count(*) AS options,
	max(CASE rankings.rank WHEN 1 THEN rankings.label END) AS rank_1,
	max(CASE rankings.rank WHEN 2 THEN rankings.label END) AS rank_2,
	max(CASE rankings.rank WHEN 3 THEN rankings.label END) AS rank_3,
	max(CASE rankings.rank WHEN 4 THEN rankings.label END) AS rank_4,
	max(CASE rankings.rank WHEN 5 THEN rankings.label END) AS rank_5,
	max(CASE rankings.rank WHEN 6 THEN rankings.label END) AS rank_6,
	max(CASE rankings.rank WHEN 7 THEN rankings.label END) AS rank_7,
	max(CASE rankings.rank WHEN 8 THEN rankings.label END) AS rank_8,
	max(CASE rankings.rank WHEN 9 THEN rankings.label END) AS rank_9,
	max(CASE rankings.rank WHEN 10 THEN rankings.label END) AS rank_10,
	max(CASE rankings.rank WHEN 11 THEN rankings.label END) AS rank_11,
	max(CASE rankings.rank WHEN 12 THEN rankings.label END) AS rank_12,
	max(CASE rankings.rank WHEN 1 THEN arm_keys.arm END) AS arm_1,
	max(CASE rankings.rank WHEN 2 THEN arm_keys.arm END) AS arm_2,
	max(CASE rankings.rank WHEN 3 THEN arm_keys.arm END) AS arm_3,
	max(CASE rankings.rank WHEN 4 THEN arm_keys.arm END) AS arm_4,
	max(CASE rankings.rank WHEN 5 THEN arm_keys.arm END) AS arm_5,
	max(CASE rankings.rank WHEN 6 THEN arm_keys.arm END) AS arm_6,
	max(CASE rankings.rank WHEN 7 THEN arm_keys.arm END) AS arm_7,
	max(CASE rankings.rank WHEN 8 THEN arm_keys.arm END) AS arm_8,
	max(CASE rankings.rank WHEN 9 THEN arm_keys.arm END) AS arm_9,
	max(CASE rankings.rank WHEN 10 THEN arm_keys.arm END) AS arm_10,
	max(CASE rankings.rank WHEN 11 THEN arm_keys.arm END) AS arm_11,
	max(CASE rankings.rank WHEN 12 THEN arm_keys.arm END) AS arm_12,
	group_concat(rankings.label, ' ' ORDER BY rankings.rank) AS ranking,
	group_concat(arm_keys.arm, ' ' ORDER BY rankings.rank) AS ranking_arms,
	rankings.ranked_at,
	rankings.protocol_hash
FROM studies
JOIN sessions ON sessions.study_id = studies.id
JOIN rankings ON rankings.session_id = sessions.id
JOIN conversations ON conversations.id = rankings.conversation_id
LEFT JOIN arm_keys ON arm_keys.study_id = sessions.study_id AND arm_keys.label = rankings.label
GROUP BY
	studies.slug, sessions.pool, sessions.participant_id, sessions.id, sessions.status, sessions.stratum, sessions.sequence,
	rankings.form, rankings.item, rankings.ranked_at, rankings.protocol_hash,
	CASE WHEN rankings.slot IS NOT NULL THEN conversations.position END,
	CASE WHEN rankings.slot IS NOT NULL THEN conversations.entry END;
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
JOIN answers ON answers.id > sessions.id || '/' AND answers.id < sessions.id || '0'
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
	answers.form,
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
	sum(answers.asked) AS items,
	sum(NOT answers.asked) AS not_asked,
	count(answers.correct) AS checks,
	coalesce(sum(answers.correct = 0), 0) AS checks_failed,
	round(max(answers.elapsed_ms) / 1000.0, 1) AS seconds,
	max(answers.answered_at) AS answered_at,
	answers.conversation_id,
	answers.protocol_hash
FROM studies
JOIN sessions ON sessions.study_id = studies.id
JOIN answers ON answers.id > sessions.id || '/' AND answers.id < sessions.id || '0'
LEFT JOIN conversations ON conversations.id = answers.conversation_id
GROUP BY
	studies.slug, sessions.pool, sessions.participant_id, sessions.id, sessions.status, sessions.stratum, sessions.sequence,
	answers.form, answers.conversation_id, answers.protocol_hash
HAVING max(answers.asked) = 1;
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
JOIN answers ON answers.id > sessions.id || '/' AND answers.id < sessions.id || '0' AND answers.correct IS NOT NULL
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
	(SELECT count(*) FROM answers WHERE answers.id > sessions.id || '/' AND answers.id < sessions.id || '0' AND answers.correct = 0) AS checks_failed,
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
	(SELECT answers.form FROM answers WHERE answers.id > sessions.id || '/' AND answers.id < sessions.id || '0' ORDER BY answers.answered_at DESC LIMIT 1) AS last_form,
	max(
		sessions.started_at,
		coalesce(sessions.consented_at, ''),
		coalesce((SELECT max(answers.answered_at) FROM answers WHERE answers.id > sessions.id || '/' AND answers.id < sessions.id || '0'), ''),
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
--> statement-breakpoint
-- One row for each message of a participant, with the reply on which the conversation went on: of a best-of, the chosen one; none for a
-- side-by-side, whose replies are in `v_transcripts`. Words are counted by the spaces between them. `seconds_to_send`: since the end of the
-- reply before was visible, or since the conversation began. `first_key_ms` and `typing_ms` are measured with consent alone, and
-- `reading_seconds` is `seconds_to_send` without the time spent typing.
CREATE VIEW v_turns AS
SELECT
	studies.slug AS study,
	sessions.pool,
	sessions.participant_id AS participant,
	sessions.id AS session,
	sessions.status AS session_status,
	sessions.stratum,
	sessions.sequence,
	conversations.position AS period,
	conversations.entry AS topic,
	conversations.topic_position,
	conversations.layout,
	conversations.predecessor,
	CASE conversations.layout WHEN 'single' THEN conversations.labels ELSE reply.label END AS label,
	(SELECT arm_keys.arm FROM arm_keys WHERE arm_keys.study_id = sessions.study_id AND arm_keys.label = CASE conversations.layout WHEN 'single' THEN conversations.labels ELSE reply.label END) AS arm,
	turns.turn,
	turns.text,
	coalesce(turns.characters, length(turns.text)) AS characters,
	coalesce(turns.words, CASE WHEN trim(replace(replace(replace(replace(replace(replace(turns.text, char(10), ' '), char(13), ' '), char(9), ' '), ' ', char(1) || char(2)), char(2) || char(1), ''), char(1) || char(2), ' ')) = '' THEN 0 ELSE length(trim(replace(replace(replace(replace(replace(replace(turns.text, char(10), ' '), char(13), ' '), char(9), ' '), ' ', char(1) || char(2)), char(2) || char(1), ''), char(1) || char(2), ' '))) - length(replace(trim(replace(replace(replace(replace(replace(replace(turns.text, char(10), ' '), char(13), ' '), char(9), ' '), ' ', char(1) || char(2)), char(2) || char(1), ''), char(1) || char(2), ' ')), ' ', '')) + 1 END) AS words,
	turns.sent_at,
	round((julianday(turns.sent_at) - julianday(coalesce((
		SELECT max(candidates.seen_at) FROM turns AS earlier JOIN candidates ON candidates.turn_id = earlier.id
		WHERE earlier.conversation_id = turns.conversation_id AND earlier.turn = turns.turn - 1
	), CASE turns.turn WHEN 1 THEN conversations.started_at END))) * 86400, 1) AS seconds_to_send,
	behaviour.first_key_ms,
	behaviour.typing_ms,
	max(0.0, round((julianday(turns.sent_at) - julianday(coalesce((
		SELECT max(candidates.seen_at) FROM turns AS earlier JOIN candidates ON candidates.turn_id = earlier.id
		WHERE earlier.conversation_id = turns.conversation_id AND earlier.turn = turns.turn - 1
	), CASE turns.turn WHEN 1 THEN conversations.started_at END))) * 86400, 1) - behaviour.typing_ms / 1000.0) AS reading_seconds,
	behaviour.pasted,
	coalesce(reply.characters, length(reply.text)) AS reply_characters,
	coalesce(reply.words, CASE WHEN trim(replace(replace(replace(replace(replace(replace(reply.text, char(10), ' '), char(13), ' '), char(9), ' '), ' ', char(1) || char(2)), char(2) || char(1), ''), char(1) || char(2), ' ')) = '' THEN 0 ELSE length(trim(replace(replace(replace(replace(replace(replace(reply.text, char(10), ' '), char(13), ' '), char(9), ' '), ' ', char(1) || char(2)), char(2) || char(1), ''), char(1) || char(2), ' '))) - length(replace(trim(replace(replace(replace(replace(replace(replace(reply.text, char(10), ' '), char(13), ' '), char(9), ' '), ' ', char(1) || char(2)), char(2) || char(1), ''), char(1) || char(2), ' ')), ' ', '')) + 1 END) AS reply_words,
	reply.seen_at AS reply_seen_at,
	reply.stopped,
	turns.retries,
	turns.conversation_id,
	turns.protocol_hash
FROM studies
JOIN sessions ON sessions.study_id = studies.id
JOIN conversations ON conversations.session_id = sessions.id
JOIN turns ON turns.conversation_id = conversations.id
LEFT JOIN candidates AS reply ON reply.turn_id = turns.id AND (conversations.layout = 'single' OR (conversations.layout = 'best-of' AND reply.chosen = 1))
LEFT JOIN behaviour ON behaviour.session_id = sessions.id AND behaviour.conversation_id = turns.conversation_id AND behaviour.turn = turns.turn AND behaviour.kind = 'message';
--> statement-breakpoint
-- One row for each message; order by session, position, turn, speaker_order, slot. `at` is when the participant sent their message, or
-- when the end of the reply was visible.
CREATE VIEW v_transcripts AS
SELECT
	studies.slug AS study,
	sessions.participant_id AS participant,
	sessions.pool,
	sessions.id AS session,
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
	NULL AS stopped_at,
	sessions.status AS session_status,
	sessions.stratum,
	sessions.sequence,
	conversations.position AS period,
	conversations.entry AS topic,
	conversations.topic_position,
	conversations.predecessor,
	coalesce(turns.characters, length(turns.text)) AS characters,
	coalesce(turns.words, CASE WHEN trim(replace(replace(replace(replace(replace(replace(turns.text, char(10), ' '), char(13), ' '), char(9), ' '), ' ', char(1) || char(2)), char(2) || char(1), ''), char(1) || char(2), ' ')) = '' THEN 0 ELSE length(trim(replace(replace(replace(replace(replace(replace(turns.text, char(10), ' '), char(13), ' '), char(9), ' '), ' ', char(1) || char(2)), char(2) || char(1), ''), char(1) || char(2), ' '))) - length(replace(trim(replace(replace(replace(replace(replace(replace(turns.text, char(10), ' '), char(13), ' '), char(9), ' '), ' ', char(1) || char(2)), char(2) || char(1), ''), char(1) || char(2), ' ')), ' ', '')) + 1 END) AS words,
	turns.sent_at AS at
FROM studies
JOIN sessions ON sessions.study_id = studies.id
JOIN conversations ON conversations.session_id = sessions.id
JOIN turns ON turns.conversation_id = conversations.id
UNION ALL
SELECT
	studies.slug,
	sessions.participant_id,
	sessions.pool,
	sessions.id,
	conversations.entry,
	conversations.layout,
	conversations.position,
	candidates.turn,
	1,
	'assistant',
	candidates.slot,
	candidates.label,
	(SELECT arm_keys.arm FROM arm_keys WHERE arm_keys.study_id = sessions.study_id AND arm_keys.label = candidates.label),
	candidates.chosen,
	candidates.text,
	candidates.protocol_hash,
	candidates.stopped,
	candidates.stopped_at,
	sessions.status AS session_status,
	sessions.stratum,
	sessions.sequence,
	conversations.position AS period,
	conversations.entry AS topic,
	conversations.topic_position,
	conversations.predecessor,
	coalesce(candidates.characters, length(candidates.text)),
	coalesce(candidates.words, CASE WHEN trim(replace(replace(replace(replace(replace(replace(candidates.text, char(10), ' '), char(13), ' '), char(9), ' '), ' ', char(1) || char(2)), char(2) || char(1), ''), char(1) || char(2), ' ')) = '' THEN 0 ELSE length(trim(replace(replace(replace(replace(replace(replace(candidates.text, char(10), ' '), char(13), ' '), char(9), ' '), ' ', char(1) || char(2)), char(2) || char(1), ''), char(1) || char(2), ' '))) - length(replace(trim(replace(replace(replace(replace(replace(replace(candidates.text, char(10), ' '), char(13), ' '), char(9), ' '), ' ', char(1) || char(2)), char(2) || char(1), ''), char(1) || char(2), ' ')), ' ', '')) + 1 END),
	candidates.seen_at
FROM studies
JOIN sessions ON sessions.study_id = studies.id
JOIN conversations ON conversations.session_id = sessions.id
JOIN turns ON turns.conversation_id = conversations.id
JOIN candidates ON candidates.turn_id = turns.id;
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
