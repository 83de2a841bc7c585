CREATE INDEX `participant_identities_by_external_id` ON `participant_identities` (`study_id`,`external_id`);
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
	sessions.attributes,
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
-- One row for each conversation that began. `period` is its place in the participant's order. `label` is its arm: of a best-of, the
-- arm chosen last; null for a side-by-side. `labels` are all its arms in the order of the slots. `state` is open, ended or left.
-- `dropped_out` is 1 if the participant withdrew or did not return, and began no later conversation.
CREATE VIEW v_conversations AS
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
	(SELECT arm_keys.arm FROM arm_keys WHERE arm_keys.study_id = sessions.study_id AND arm_keys.label = conversations.predecessor) AS predecessor_arm,
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
	conversations.labels,
	(
		SELECT group_concat(arm_keys.arm, ' ' ORDER BY place.key)
		FROM json_each('["' || replace(conversations.labels, ' ', '","') || '"]') AS place
		JOIN arm_keys ON arm_keys.study_id = sessions.study_id AND arm_keys.label = place.value
	) AS arms,
	conversations.turns,
	conversations.started_at,
	conversations.ended_at,
	round((julianday(conversations.ended_at) - julianday(conversations.started_at)) * 1440, 2) AS minutes,
	CASE
		WHEN conversations.ended_at IS NOT NULL THEN 'ended'
		WHEN sessions.status = 'active' THEN 'open'
		ELSE 'left'
	END AS state,
	sessions.status IN ('withdrawn', 'expired') AND coalesce(exits.reason, '') <> 'completed' AND NOT EXISTS (
		SELECT 1 FROM conversations AS later
		WHERE later.session_id = conversations.session_id AND later.position > conversations.position
	) AS dropped_out,
	conversations.id AS conversation_id,
	conversations.protocol_hash
FROM studies
JOIN sessions ON sessions.study_id = studies.id
JOIN conversations ON conversations.session_id = sessions.id
LEFT JOIN exits ON exits.session_id = sessions.id;
--> statement-breakpoint
DROP VIEW v_ratings;
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
DROP VIEW v_rankings;
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
JOIN answers ON answers.session_id = sessions.id
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
JOIN answers ON answers.session_id = sessions.id
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
JOIN answers ON answers.session_id = sessions.id AND answers.correct IS NOT NULL
LEFT JOIN conversations ON conversations.id = answers.conversation_id;
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
	length(turns.text) AS characters,
	CASE WHEN trim(replace(replace(replace(replace(replace(replace(turns.text, char(10), ' '), char(13), ' '), char(9), ' '), ' ', char(1) || char(2)), char(2) || char(1), ''), char(1) || char(2), ' ')) = '' THEN 0 ELSE length(trim(replace(replace(replace(replace(replace(replace(turns.text, char(10), ' '), char(13), ' '), char(9), ' '), ' ', char(1) || char(2)), char(2) || char(1), ''), char(1) || char(2), ' '))) - length(replace(trim(replace(replace(replace(replace(replace(replace(turns.text, char(10), ' '), char(13), ' '), char(9), ' '), ' ', char(1) || char(2)), char(2) || char(1), ''), char(1) || char(2), ' ')), ' ', '')) + 1 END AS words,
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
	length(reply.text) AS reply_characters,
	CASE WHEN trim(replace(replace(replace(replace(replace(replace(reply.text, char(10), ' '), char(13), ' '), char(9), ' '), ' ', char(1) || char(2)), char(2) || char(1), ''), char(1) || char(2), ' ')) = '' THEN 0 ELSE length(trim(replace(replace(replace(replace(replace(replace(reply.text, char(10), ' '), char(13), ' '), char(9), ' '), ' ', char(1) || char(2)), char(2) || char(1), ''), char(1) || char(2), ' '))) - length(replace(trim(replace(replace(replace(replace(replace(replace(reply.text, char(10), ' '), char(13), ' '), char(9), ' '), ' ', char(1) || char(2)), char(2) || char(1), ''), char(1) || char(2), ' ')), ' ', '')) + 1 END AS reply_words,
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
DROP VIEW v_usage;
--> statement-breakpoint
-- What each conversation took, one row for each conversation, arm and model. Empty while the study is blinded: calls are sealed until
-- then. `v_usage_by_arm` has the totals.
CREATE VIEW v_usage AS
SELECT
	studies.slug AS study,
	sessions.pool,
	model_calls.label,
	arm_keys.arm,
	model_calls.provider,
	model_calls.model,
	count(*) AS calls,
	sum(model_calls.failure IS NOT NULL) AS failed,
	sum(model_calls.attempt > 1) AS retries,
	sum(model_calls.input_tokens) AS input_tokens,
	sum(model_calls.output_tokens) AS output_tokens,
	sum(model_calls.counted_by = 'estimate') AS estimated,
	round(sum(model_calls.cost), 6) AS cost,
	model_calls.currency,
	round(avg(model_calls.first_frame_ms)) AS mean_first_frame_ms,
	round(avg(model_calls.last_frame_ms)) AS mean_last_frame_ms,
	sessions.participant_id AS participant,
	model_calls.session_id AS session,
	sessions.status AS session_status,
	sessions.stratum,
	sessions.sequence,
	conversations.position AS period,
	conversations.entry AS topic,
	conversations.topic_position,
	conversations.layout,
	conversations.predecessor,
	model_calls.conversation_id
FROM studies
JOIN model_calls ON model_calls.study_id = studies.id
LEFT JOIN sessions ON sessions.id = model_calls.session_id
LEFT JOIN conversations ON conversations.id = model_calls.conversation_id
LEFT JOIN arm_keys ON arm_keys.study_id = model_calls.study_id AND arm_keys.label = model_calls.label
WHERE model_calls.sealed IS NULL
GROUP BY
	studies.slug, sessions.pool, model_calls.session_id, model_calls.conversation_id, model_calls.label, arm_keys.arm,
	model_calls.provider, model_calls.model, model_calls.currency;
--> statement-breakpoint
-- What each arm took, one row for each arm, model and pool. Empty while the study is blinded: calls are sealed until then.
CREATE VIEW v_usage_by_arm AS
SELECT
	studies.slug AS study,
	sessions.pool,
	model_calls.label,
	arm_keys.arm,
	model_calls.provider,
	model_calls.model,
	count(*) AS calls,
	count(DISTINCT model_calls.session_id) AS sessions,
	sum(model_calls.failure IS NOT NULL) AS failed,
	sum(model_calls.attempt > 1) AS retries,
	sum(model_calls.input_tokens) AS input_tokens,
	sum(model_calls.output_tokens) AS output_tokens,
	sum(model_calls.counted_by = 'estimate') AS estimated,
	round(sum(model_calls.cost), 6) AS cost,
	model_calls.currency,
	round(avg(model_calls.first_frame_ms)) AS mean_first_frame_ms,
	round(avg(model_calls.last_frame_ms)) AS mean_last_frame_ms
FROM studies
JOIN model_calls ON model_calls.study_id = studies.id
LEFT JOIN sessions ON sessions.id = model_calls.session_id
LEFT JOIN arm_keys ON arm_keys.study_id = model_calls.study_id AND arm_keys.label = model_calls.label
WHERE model_calls.sealed IS NULL
GROUP BY studies.slug, sessions.pool, model_calls.label, arm_keys.arm, model_calls.provider, model_calls.model, model_calls.currency;
--> statement-breakpoint
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
	deviations.item,
	sessions.status AS session_status,
	sessions.stratum,
	sessions.sequence,
	conversations.position AS period,
	conversations.entry AS topic,
	conversations.topic_position,
	conversations.predecessor
FROM studies
JOIN deviations ON deviations.study_id = studies.id
JOIN sessions ON sessions.id = deviations.session_id
LEFT JOIN conversations ON conversations.id = deviations.conversation_id
LEFT JOIN arm_keys ON arm_keys.study_id = deviations.study_id AND arm_keys.label = deviations.label;
--> statement-breakpoint
DROP VIEW v_transcripts;
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
	length(turns.text) AS characters,
	CASE WHEN trim(replace(replace(replace(replace(replace(replace(turns.text, char(10), ' '), char(13), ' '), char(9), ' '), ' ', char(1) || char(2)), char(2) || char(1), ''), char(1) || char(2), ' ')) = '' THEN 0 ELSE length(trim(replace(replace(replace(replace(replace(replace(turns.text, char(10), ' '), char(13), ' '), char(9), ' '), ' ', char(1) || char(2)), char(2) || char(1), ''), char(1) || char(2), ' '))) - length(replace(trim(replace(replace(replace(replace(replace(replace(turns.text, char(10), ' '), char(13), ' '), char(9), ' '), ' ', char(1) || char(2)), char(2) || char(1), ''), char(1) || char(2), ' ')), ' ', '')) + 1 END AS words,
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
	length(candidates.text),
	CASE WHEN trim(replace(replace(replace(replace(replace(replace(candidates.text, char(10), ' '), char(13), ' '), char(9), ' '), ' ', char(1) || char(2)), char(2) || char(1), ''), char(1) || char(2), ' ')) = '' THEN 0 ELSE length(trim(replace(replace(replace(replace(replace(replace(candidates.text, char(10), ' '), char(13), ' '), char(9), ' '), ' ', char(1) || char(2)), char(2) || char(1), ''), char(1) || char(2), ' '))) - length(replace(trim(replace(replace(replace(replace(replace(replace(candidates.text, char(10), ' '), char(13), ' '), char(9), ' '), ' ', char(1) || char(2)), char(2) || char(1), ''), char(1) || char(2), ' ')), ' ', '')) + 1 END,
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
