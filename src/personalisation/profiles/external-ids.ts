import { openWith, sealWith } from "../../crypto/credential-cipher.ts";
import { hasStrongSecret, identityKeys, type SecretBindings, SHORTEST_KEY } from "../../crypto/secrets.ts";
import { ProblemError } from "../../shared/problem.ts";

/** Recruiters' ids of people, encrypted under a key that the Worker has and the database does not. */
export type Identities = {
	readonly seal: (participantId: string, externalId: string) => Promise<string>;
	/** Throws if no bound key fits, or if the row belongs to another participant. */
	readonly open: (participantId: string, sealed: string) => Promise<string>;
};

/** Null if no IDENTITY_KEY is bound: then platform ids are not stored at all. */
export function identitiesOf(bindings: SecretBindings, studyId: string): Identities | null {
	const key = bindings.IDENTITY_KEY;
	if (key === undefined || key === "") return null;
	if (!hasStrongSecret(bindings))
		throw new ProblemError({
			code: "bad_environment",
			detail: `IDENTITY_KEY needs at least ${SHORTEST_KEY} characters.`,
		});
	const secret = (by: string, participantId: string) => `platform ids\n${by}\n${studyId}\n${participantId}`;
	return {
		seal: (participantId, externalId) => sealWith(secret(key, participantId), externalId),
		open: (participantId, sealed) =>
			Promise.any(identityKeys(bindings).map((by) => openWith(secret(by, participantId), sealed))),
	};
}
