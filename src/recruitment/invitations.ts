import { stringify } from "csv-stringify/sync";
import { and, asc, eq, gt, isNotNull } from "drizzle-orm";
import type { Database } from "../db/database.ts";
import { profilePeople, profiles } from "../db/tables/personalisation.ts";
import type { Identities } from "../personalisation/identity.ts";
import { isInvited } from "../personalisation/people.ts";
import { timestamp } from "../shared/clock.ts";
import { signInvitation } from "./invite.ts";

export type InvitationList = {
	readonly db: Database;
	readonly study: { readonly id: string; readonly slug: string };
	readonly identities: Identities;
	readonly identityKey: string;
	readonly origin: string;
	readonly expiresAtMs: number;
	/** `ids`: one a line, as a recruiter's allow-list takes them. */
	readonly format: "csv" | "ids";
};

const PAGE = 200;
const COLUMNS = ["participant", "participant_id", "link", "expires_at"];
/** Ids go to a recruiter, who has to recognise them: only what a spreadsheet would run as a formula is changed. */
const STYLE = { record_delimiter: "\r\n", escape_formulas: true } as const;

/** Everybody who is invited and whose id was kept, page by page. */
export async function* invitations(list: InvitationList): AsyncGenerator<Uint8Array> {
	const encoder = new TextEncoder();
	if (list.format === "csv") yield encoder.encode(stringify([COLUMNS], STYLE));
	for (let after: string | null = ""; after !== null; ) {
		const people = await pageOf(list, after);
		const rows = await Promise.all(people.map((person) => rowOf(list, person)));
		const text = list.format === "csv" ? stringify(rows, STYLE) : rows.map(([id]) => `${id}\n`).join("");
		if (text !== "") yield encoder.encode(text);
		after = people.length < PAGE ? null : (people.at(-1)?.participantId ?? null);
	}
}

type Invited = { readonly participantId: string; readonly sealed: string | null };

const pageOf = ({ db, study }: InvitationList, after: string): Promise<Invited[]> =>
	db
		.select({ participantId: profilePeople.participantId, sealed: profilePeople.externalIdSealed })
		.from(profilePeople)
		.innerJoin(
			profiles,
			and(eq(profiles.studyId, profilePeople.studyId), eq(profiles.participantId, profilePeople.profileId)),
		)
		.where(and(isInvited(study.id), isNotNull(profilePeople.externalIdSealed), gt(profilePeople.participantId, after)))
		.orderBy(asc(profilePeople.participantId))
		.limit(PAGE);

async function rowOf(list: InvitationList, { participantId, sealed }: Invited): Promise<string[]> {
	const { study, identities, identityKey, origin, expiresAtMs } = list;
	const token = await signInvitation({ participantId }, { identityKey, studyId: study.id, expiresAtMs });
	const externalId = await identities.open(participantId, sealed ?? "");
	return [externalId, participantId, `${origin}/p/${study.slug}?invite=${token}`, timestamp(expiresAtMs)];
}
