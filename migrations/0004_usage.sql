ALTER TABLE `model_calls` ADD `counted_by` text;--> statement-breakpoint
ALTER TABLE `model_calls` ADD `cost` real;--> statement-breakpoint
ALTER TABLE `model_calls` ADD `currency` text;
--> statement-breakpoint
-- A server that answers with another model than was asked for: an alias, or a silent change. The row comes to be as the call
-- is opened, by unblinding or because the study is single blind: while it is sealed, that a session has one would already
-- tell its arms apart.
CREATE TRIGGER model_mismatch_by_insert AFTER INSERT ON model_calls WHEN NEW.sealed IS NULL AND NEW.served_model <> NEW.model BEGIN INSERT INTO deviations (id, session_id, study_id, protocol_hash, conversation_id, turn, slot, label, kind, sealed, occurred_at) SELECT NEW.id || '/model', NEW.session_id, NEW.study_id, NEW.protocol_hash, NEW.conversation_id, NEW.turn, NEW.slot, NEW.label, 'model_mismatch', json_object('asked', NEW.model, 'served', NEW.served_model), NEW.started_at WHERE NOT EXISTS (SELECT 1 FROM deviations WHERE id = NEW.id || '/model') AND NOT EXISTS (SELECT 1 FROM sessions WHERE id = NEW.session_id AND source = 'erased'); END;
--> statement-breakpoint
CREATE TRIGGER model_mismatch_by_update AFTER UPDATE ON model_calls WHEN NEW.sealed IS NULL AND NEW.served_model <> NEW.model BEGIN INSERT INTO deviations (id, session_id, study_id, protocol_hash, conversation_id, turn, slot, label, kind, sealed, occurred_at) SELECT NEW.id || '/model', NEW.session_id, NEW.study_id, NEW.protocol_hash, NEW.conversation_id, NEW.turn, NEW.slot, NEW.label, 'model_mismatch', json_object('asked', NEW.model, 'served', NEW.served_model), NEW.started_at WHERE NOT EXISTS (SELECT 1 FROM deviations WHERE id = NEW.id || '/model') AND NOT EXISTS (SELECT 1 FROM sessions WHERE id = NEW.session_id AND source = 'erased'); END;
--> statement-breakpoint
-- What each arm took, one row an arm, model and pool. Empty while the study is blinded: calls are sealed until then.
CREATE VIEW v_usage AS
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
FROM model_calls
JOIN studies ON studies.id = model_calls.study_id
LEFT JOIN sessions ON sessions.id = model_calls.session_id
LEFT JOIN arm_keys ON arm_keys.study_id = model_calls.study_id AND arm_keys.label = model_calls.label
WHERE model_calls.sealed IS NULL
GROUP BY studies.slug, sessions.pool, model_calls.label, arm_keys.arm, model_calls.provider, model_calls.model, model_calls.currency;
