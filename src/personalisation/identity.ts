import { openWith, sealWith } from "../access/vault.ts";
import { ProblemError } from "../shared/problem.ts";

/** What people are called by recruiters, under a key that is the Worker's and not the database's. */
export type Identities = {
	readonly seal: (participantId: string, externalId: string) => Promise<string>;
	/** Throws where the key is another, or the row is not this participant's. */
	readonly open: (participantId: string, sealed: string) => Promise<string>;
};

const SHORTEST_KEY = 32;

/** Null where no IDENTITY_KEY is bound: platform ids are then not kept at all. */
export function identitiesOf(key: string | undefined, studyId: string): Identities | null {
	if (key === undefined || key === "") return null;
	if (key.length < SHORTEST_KEY)
		throw new ProblemError({
			code: "bad_environment",
			detail: `IDENTITY_KEY needs ${SHORTEST_KEY} characters at least.`,
		});
	const secret = (participantId: string) => `platform ids\n${key}\n${studyId}\n${participantId}`;
	return {
		seal: (participantId, externalId) => sealWith(secret(participantId), externalId),
		open: (participantId, sealed) => openWith(secret(participantId), sealed),
	};
}
