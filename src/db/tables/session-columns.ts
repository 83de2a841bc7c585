import { text } from "drizzle-orm/sqlite-core";

/** The columns that every row of a session has. */
export const sessionColumns = {
	sessionId: text("session_id").notNull(),
	studyId: text("study_id").notNull(),
	protocolHash: text("protocol_hash").notNull(),
};
