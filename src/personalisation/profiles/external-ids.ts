import { hasStrongSecret, identityKeys, type SecretBindings, SHORTEST_KEY } from "../../crypto/secrets.ts";
import { openWith, sealWith } from "../../crypto/vault.ts";
import { ProblemError } from "../../shared/problem.ts";

/** What people are called by recruiters, under a key that is the Worker's and not the database's. */
export type Identities = {
	readonly seal: (participantId: string, externalId: string) => Promise<string>;
	/** Throws where no bound key fits, or the row is not this participant's. */
	readonly open: (participantId: string, sealed: string) => Promise<string>;
};

/** Null where no IDENTITY_KEY is bound: platform ids are then not kept at all. */
export function identitiesOf(bindings: SecretBindings, studyId: string): Identities | null {
	const key = bindings.IDENTITY_KEY;
	if (key === undefined || key === "") return null;
	if (!hasStrongSecret(bindings))
		throw new ProblemError({
			code: "bad_environment",
			detail: `IDENTITY_KEY needs ${SHORTEST_KEY} characters at least.`,
		});
	const secret = (by: string, participantId: string) => `platform ids\n${by}\n${studyId}\n${participantId}`;
	return {
		seal: (participantId, externalId) => sealWith(secret(key, participantId), externalId),
		open: (participantId, sealed) =>
			Promise.any(identityKeys(bindings).map((by) => openWith(secret(by, participantId), sealed))),
	};
}
