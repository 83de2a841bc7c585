import { jwtVerify, SignJWT } from "jose";

/** A person whom a link was made for, by the pseudonym under which they were loaded. */
export type Invitation = { readonly participantId: string };

const ALGORITHM = "HS256";

/** The key of a study's personal links. `identityKey` is the Worker's secret, so that nobody signs one who reads the database. */
async function keyOf(identityKey: string, studyId: string): Promise<Uint8Array> {
	const text = new TextEncoder().encode(`personal links\n${identityKey}\n${studyId}`);
	return new Uint8Array(await crypto.subtle.digest("SHA-256", text));
}

/**
 * A compact JWS (RFC 7515) that lets one person into one study until it expires. It names them by a pseudonym: a link ends up in
 * histories and logs, and says nothing there.
 */
export async function signInvitation(
	{ participantId }: Invitation,
	{
		identityKey,
		studyId,
		expiresAtMs,
	}: { readonly identityKey: string; readonly studyId: string; readonly expiresAtMs: number },
): Promise<string> {
	return new SignJWT()
		.setProtectedHeader({ alg: ALGORITHM })
		.setSubject(participantId)
		.setAudience(studyId)
		.setExpirationTime(Math.floor(expiresAtMs / 1000))
		.sign(await keyOf(identityKey, studyId));
}

/** Null where the link is of another study, was changed, or has expired. */
export async function readInvitation(
	token: string,
	reading: { readonly identityKeys: readonly string[]; readonly studyId: string; readonly nowMs: number },
): Promise<Invitation | null> {
	const read = reading.identityKeys.map((identityKey) => readWith(token, { ...reading, identityKey }));
	return Promise.any(read).catch(() => null);
}

type Reading = { readonly identityKey: string; readonly studyId: string; readonly nowMs: number };

async function readWith(token: string, { identityKey, studyId, nowMs }: Reading): Promise<Invitation> {
	const { payload } = await jwtVerify<{ sub: string }>(token, await keyOf(identityKey, studyId), {
		algorithms: [ALGORITHM],
		audience: studyId,
		requiredClaims: ["sub", "exp"],
		currentDate: new Date(nowMs),
	});
	return { participantId: payload.sub };
}
