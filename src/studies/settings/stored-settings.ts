import { desc, eq, type SQL } from "drizzle-orm";
import type { Database } from "../../db/database.ts";
import { studySettings } from "../../db/tables/studies.ts";
import { type SettingsVersion, settingsSchema } from "../../protocol/settings/settings.ts";
import { timestamp } from "../../shared/clock.ts";

/** A study's settings in force. Null: its protocol's own. */
export const readSettings = async (db: Database, studyId: string): Promise<SettingsVersion | null> =>
	settingsOf(await settingsQuery(db, eq(studySettings.studyId, studyId)));

/** `ofStudy` selects one study. */
export const settingsQuery = (db: Database, ofStudy: SQL) =>
	db
		.select({ version: studySettings.version, settings: studySettings.settings })
		.from(studySettings)
		.where(ofStudy)
		.orderBy(desc(studySettings.version))
		.limit(1);

export const settingsOf = ([row]: Awaited<ReturnType<typeof settingsQuery>>): SettingsVersion | null =>
	row ? { version: row.version, settings: settingsSchema.parse(row.settings) } : null;

export type SettingsAct = { readonly reason: string; readonly actor: string; readonly nowMs: number };

/** Fails if another call stored this version first. */
export const insertSettings = (
	db: Database,
	studyId: string,
	{ version, settings }: SettingsVersion,
	act: SettingsAct,
) =>
	db.insert(studySettings).values({
		...{ studyId, version, settings },
		...{ reason: act.reason, actor: act.actor, createdAt: timestamp(act.nowMs) },
	});
