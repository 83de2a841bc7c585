import { CompactEncrypt, compactDecrypt, exportJWK, generateKeyPair, importJWK } from "jose";

const KEY_AGREEMENT = "ECDH-ES";
const ENCRYPTION = "A256GCM";
/** In bytes. A JWE of this kind is as long as its plaintext, so every row is filled up: its length would tell how much an arm was told. */
const BLOCK = 1024;
const BLANK = 0x20;

export type SealKeys = { readonly publicJwk: JsonWebKey; readonly privateJwk: JsonWebKey };

/** A fresh pair for one study: whoever holds the public half can seal, only unblinding takes the private half out to read. */
export async function createSealKeys(): Promise<SealKeys> {
	const { publicKey, privateKey } = await generateKeyPair(KEY_AGREEMENT, { crv: "P-256", extractable: true });
	const [publicJwk, privateJwk] = await Promise.all([exportJWK(publicKey), exportJWK(privateKey)]);
	return { publicJwk: publicJwk as JsonWebKey, privateJwk: privateJwk as JsonWebKey };
}

/**
 * A JSON value as a compact JWE (RFC 7516: ECDH-ES on P-256, A256GCM), filled up with blanks to a multiple of `block` bytes,
 * which JSON does not mind. Choose a block that the largest value of its kind fits in: one step more is a difference, too.
 */
export async function sealRow(publicJwk: JsonWebKey, value: unknown, block = BLOCK): Promise<string> {
	const text = new TextEncoder().encode(JSON.stringify(value));
	const padded = new Uint8Array(Math.ceil(text.length / block) * block).fill(BLANK);
	padded.set(text);
	const key = await importJWK({ ...publicJwk, kty: "EC" }, KEY_AGREEMENT);
	return new CompactEncrypt(padded).setProtectedHeader({ alg: KEY_AGREEMENT, enc: ENCRYPTION }).encrypt(key);
}

export type OpenRow = (jwe: string) => Promise<unknown>;

/** What opens many rows: the key is read once. It throws where the key is not of that row, or the row was changed. */
export async function rowOpener(privateJwk: JsonWebKey): Promise<OpenRow> {
	const key = await importJWK({ ...privateJwk, kty: "EC" }, KEY_AGREEMENT);
	const options = { keyManagementAlgorithms: [KEY_AGREEMENT], contentEncryptionAlgorithms: [ENCRYPTION] };
	return async (jwe) => {
		const { plaintext } = await compactDecrypt(jwe, key, options);
		return JSON.parse(new TextDecoder().decode(plaintext));
	};
}

/** Throws as `rowOpener` does. */
export const openRow = async (privateJwk: JsonWebKey, jwe: string): Promise<unknown> =>
	(await rowOpener(privateJwk))(jwe);
