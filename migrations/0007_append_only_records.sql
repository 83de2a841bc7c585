-- What is on record stays on record. SQLite deletes the row that a REPLACE displaces without firing the triggers of DELETE, so an
-- insert that meets a row is passed over, as `ON CONFLICT DO NOTHING` already did. A row is met by its id or by its rowid: what has
-- no rowid yet shows -1 before it is inserted, so no row may stand below 1.
CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit is never changed'); END;
--> statement-breakpoint
CREATE TRIGGER audit_is_not_deleted BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit is never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER audit_is_not_replaced BEFORE INSERT ON audit WHEN EXISTS (SELECT 1 FROM audit WHERE id = NEW.id OR rowid = NEW.rowid) BEGIN SELECT RAISE(IGNORE); END;
--> statement-breakpoint
CREATE TRIGGER audit_is_only_added_to AFTER INSERT ON audit WHEN NEW.rowid < 1 BEGIN SELECT RAISE(ABORT, 'the audit is only ever added to'); END;
--> statement-breakpoint
CREATE TRIGGER unblindings_are_not_replaced BEFORE INSERT ON unblindings WHEN EXISTS (SELECT 1 FROM unblindings WHERE id = NEW.id OR rowid = NEW.rowid) BEGIN SELECT RAISE(IGNORE); END;
--> statement-breakpoint
CREATE TRIGGER unblindings_are_only_added_to AFTER INSERT ON unblindings WHEN NEW.rowid < 1 BEGIN SELECT RAISE(ABORT, 'the log of unblindings is only ever added to'); END;
