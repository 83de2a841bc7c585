import { idRules } from "../../access/participant-id/participant-id.ts";
import { identityKeys } from "../../crypto/secrets.ts";
import { database } from "../../db/database.ts";
import type { Env } from "../../env.ts";
import { identitiesOf } from "../../personalisation/profiles/external-ids.ts";
import { DATA_SET, invitedPerson, loadedPerson, personFault } from "../../personalisation/profiles/people.ts";
import { ANY_SOURCE, BY_PROLIFIC } from "../../personalisation/profiles/profile-line.ts";
import type { Protocol } from "../../protocol/schema/schema.ts";
import type { StudyRecord } from "../../studies/study-queries.ts";
import { type Arrival, NOTHING_SENT, VOUCHED } from "../arrival.ts";
import { readInvitation } from "./invitation-token.ts";

/** The source of those who come by a personal link alone. */
const INVITE = "invite";

/**
 * Who opens a personal link; null where it is not, or no longer, one of this study. They arrive as whom they were loaded as: in a study
 * that recruits on Prolific too, somebody who uses both ways in has one session and not two.
 */
export async function arrivalByInvite(
	env: Env,
	study: StudyRecord,
	{ token, nowMs }: { readonly token: string; readonly nowMs: number },
): Promise<Arrival | null> {
	const identities = identitiesOf(env, study.id);
	if (!identities) return null;
	const invitation = await readInvitation(token, { identityKeys: identityKeys(env), studyId: study.id, nowMs });
	if (!invitation) return null;
	const person = await invitedPerson(database(env.DB), study.id, invitation.participantId);
	if (!person?.externalIdSealed) return null;
	const externalId = await identities.open(person.participantId, person.externalIdSealed);
	if (personFault(loadedPerson(externalId, person.source), idRules(study.protocol)) !== null) return null;
	return { ...NOTHING_SENT, ...VOUCHED, source: sourceOf(study.protocol, person.source), externalId };
}

/** By the id of a data set nobody is known on Prolific, and whoever types it there must not come to the session of this link. */
function sourceOf({ recruitment }: Protocol, loadedBy: string): string {
	if (loadedBy === DATA_SET) return INVITE;
	if (loadedBy !== ANY_SOURCE) return loadedBy;
	return recruitment.prolific ? BY_PROLIFIC : INVITE;
}
