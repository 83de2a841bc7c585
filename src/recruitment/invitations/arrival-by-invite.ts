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

/** The source of participants who can arrive only by a personal link. */
const INVITE = "invite";

/**
 * The arrival by a personal link. Null if the link is not valid for this study, or no longer. It has the id and source of the
 * loaded profile, so that a participant who also comes from Prolific has one session and not two.
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

/** An id of a data set is not a Prolific id. It gets a source of its own, so that a Prolific link with that id leads elsewhere. */
function sourceOf({ recruitment }: Protocol, loadedBy: string): string {
	if (loadedBy === DATA_SET) return INVITE;
	if (loadedBy !== ANY_SOURCE) return loadedBy;
	return recruitment.prolific ? BY_PROLIFIC : INVITE;
}
