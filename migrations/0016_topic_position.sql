ALTER TABLE `conversations` ADD `topic_position` integer;
--> statement-breakpoint
UPDATE conversations SET topic_position = (
	SELECT count(*) FROM conversations AS had
	WHERE had.session_id = conversations.session_id AND had.entry = conversations.entry AND had.position <= conversations.position
);
--> statement-breakpoint
DROP VIEW v_ratings;
--> statement-breakpoint
-- One row a rating. `position` is the conversation's place in the participant's order: the period of a crossover.
-- `topic_position` is its place within its topic.
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
	ratings.protocol_hash,
	conversations.topic_position
FROM ratings
JOIN sessions ON sessions.id = ratings.session_id
JOIN studies ON studies.id = ratings.study_id
JOIN conversations ON conversations.id = ratings.conversation_id
LEFT JOIN candidates ON candidates.conversation_id = ratings.conversation_id AND candidates.turn = ratings.turn AND candidates.slot = ratings.slot
LEFT JOIN arm_keys ON arm_keys.study_id = ratings.study_id AND arm_keys.label = ratings.label;
