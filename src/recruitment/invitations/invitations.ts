import { stringify } from "csv-stringify/sync";
import { and, asc, eq, gt, isNotNull } from "drizzle-orm";
import { type IdRules, idRules } from "../../access/participant-id/participant-id.ts";
import type { Database } from "../../db/database.ts";
import { profilePeople, profiles } from "../../db/tables/personalisation.ts";
import type { Identities } from "../../personalisation/profiles/external-ids.ts";
import { isInvited, loadedPerson, personFault } from "../../personalisation/profiles/people.ts";
import { timestamp } from "../../shared/clock.ts";
import type { StudyRecord } from "../../studies/study-queries.ts";
import { signInvitation } from "./invitation-token.ts";

export type InvitationList = {
	readonly db: Database;
	readonly study: Pick<StudyRecord, "id" | "slug" | "protocol">;
	readonly identities: Identities;
	readonly identityKey: string;
	readonly origin: string;
	readonly expiresAtMs: number;
	/** `ids` writes one id a line, for a recruiter's allow-list. */
	readonly format: "csv" | "ids";
};

const PAGE = 200;
const COLUMNS = ["participant", "participant_id", "link", "expires_at"];
/** Recruiters must recognise the ids, so only those that a spreadsheet would run as a formula are changed. */
const STYLE = { record_delimiter: "\r\n", escape_formulas: true } as const;

/** All invited people whose id was stored, page by page. */
export async function* invitations(list: InvitationList): AsyncGenerator<Uint8Array> {
	const encoder = new TextEncoder();
	const rules = idRules(list.study.protocol);
	if (list.format === "csv") yield encoder.encode(stringify([COLUMNS], STYLE));
	for (let after: string | null = ""; after !== null; ) {
		const people = await pageOf(list, after);
		const rows = await Promise.all(people.map((person) => rowOf(list, person, rules)));
		const text = list.format === "csv" ? stringify(rows.map(csvRow), STYLE) : idLines(rows);
		if (text !== "") yield encoder.encode(text);
		after = people.length < PAGE ? null : (people.at(-1)?.participantId ?? null);
	}
}

type Invited = { readonly participantId: string; readonly source: string; readonly sealed: string | null };
type InvitationRow = { readonly externalId: string; readonly participantId: string; readonly link: Link | null };
type Link = { readonly url: string; readonly expiresAt: string };

/** An id that is not accepted gets no link. It may have been loaded before ids were checked. */
const csvRow = ({ externalId, participantId, link }: InvitationRow): string[] => [
	externalId,
	participantId,
	link?.url ?? "",
	link?.expiresAt ?? "",
];

const idLines = (rows: readonly InvitationRow[]): string =>
	rows.flatMap(({ externalId, link }) => (link ? [`${externalId}\n`] : [])).join("");

const pageOf = ({ db, study }: InvitationList, after: string): Promise<Invited[]> =>
	db
		.select({
			participantId: profilePeople.participantId,
			source: profilePeople.source,
			sealed: profilePeople.externalIdSealed,
		})
		.from(profilePeople)
		.innerJoin(
			profiles,
			and(eq(profiles.studyId, profilePeople.studyId), eq(profiles.participantId, profilePeople.profileId)),
		)
		.where(and(isInvited(study.id), isNotNull(profilePeople.externalIdSealed), gt(profilePeople.participantId, after)))
		.orderBy(asc(profilePeople.participantId))
		.limit(PAGE);

async function rowOf(
	list: InvitationList,
	{ participantId, source, sealed }: Invited,
	rules: IdRules,
): Promise<InvitationRow> {
	const { study, identities, identityKey, origin, expiresAtMs } = list;
	const externalId = await identities.open(participantId, sealed ?? "");
	if (personFault(loadedPerson(externalId, source), rules) !== null) return { externalId, participantId, link: null };
	const token = await signInvitation({ participantId }, { identityKey, studyId: study.id, expiresAtMs });
	const url = `${origin}/p/${study.slug}?invite=${token}`;
	return { externalId, participantId, link: { url, expiresAt: timestamp(expiresAtMs) } };
}
