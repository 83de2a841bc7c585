ALTER TABLE `model_calls` ADD `adapter` text;--> statement-breakpoint
ALTER TABLE `model_calls` ADD `adapter_stood_in` integer;--> statement-breakpoint
ALTER TABLE `sessions` ADD `profile_id` text;
--> statement-breakpoint
-- The pooled adapter served in the place of a participant's own. A deviation that comes to be as the call is opened, as
-- `model_mismatch` does and for its reason.
CREATE TRIGGER adapter_stood_in_by_insert AFTER INSERT ON model_calls WHEN NEW.sealed IS NULL AND NEW.adapter_stood_in = 1 BEGIN INSERT INTO deviations (id, session_id, study_id, protocol_hash, conversation_id, turn, slot, label, kind, sealed, occurred_at) SELECT NEW.id || '/adapter', NEW.session_id, NEW.study_id, NEW.protocol_hash, NEW.conversation_id, NEW.turn, NEW.slot, NEW.label, 'adapter_stood_in', json_object('served', NEW.adapter), NEW.started_at WHERE NOT EXISTS (SELECT 1 FROM deviations WHERE id = NEW.id || '/adapter') AND NOT EXISTS (SELECT 1 FROM sessions WHERE id = NEW.session_id AND source = 'erased'); END;
--> statement-breakpoint
CREATE TRIGGER adapter_stood_in_by_update AFTER UPDATE ON model_calls WHEN NEW.sealed IS NULL AND NEW.adapter_stood_in = 1 BEGIN INSERT INTO deviations (id, session_id, study_id, protocol_hash, conversation_id, turn, slot, label, kind, sealed, occurred_at) SELECT NEW.id || '/adapter', NEW.session_id, NEW.study_id, NEW.protocol_hash, NEW.conversation_id, NEW.turn, NEW.slot, NEW.label, 'adapter_stood_in', json_object('served', NEW.adapter), NEW.started_at WHERE NOT EXISTS (SELECT 1 FROM deviations WHERE id = NEW.id || '/adapter') AND NOT EXISTS (SELECT 1 FROM sessions WHERE id = NEW.session_id AND source = 'erased'); END;
