import { jwtVerify, SignJWT } from "jose";

/** The person to whom a link belongs, by the pseudonym of their profile. */
export type Invitation = { readonly participantId: string };

const ALGORITHM = "HS256";

/** The key of a study's personal links. It needs the Worker's secret, so that reading the database is not enough to sign one. */
async function keyOf(identityKey: string, studyId: string): Promise<Uint8Array> {
	const text = new TextEncoder().encode(`personal links\n${identityKey}\n${studyId}`);
	return new Uint8Array(await crypto.subtle.digest("SHA-256", text));
}

/**
 * A compact JWS (RFC 7515) that admits one person to one study until it expires. It contains only a pseudonym, because links end
 * up in browser histories and logs.
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

/** Null if the link belongs to another study, was changed or has expired. */
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
