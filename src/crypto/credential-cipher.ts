import { fromBase64, toBase64 } from "../shared/base64.ts";

/**
 * Stored responses may contain a secret that is shown once (a new API key, a session's token). They are encrypted under
 * the caller's credentials, so D1 alone reveals none.
 */
const IV_BYTES = 12;

async function keyFrom(secret: string): Promise<CryptoKey> {
	const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(`kept answers\n${secret}`));
	return crypto.subtle.importKey("raw", digest, "AES-GCM", false, ["encrypt", "decrypt"]);
}

/** AES-256-GCM. The text is base64 of the nonce and the ciphertext. */
export async function sealWith(secret: string, text: string): Promise<string> {
	const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
	const sealed = await crypto.subtle.encrypt(
		{ name: "AES-GCM", iv },
		await keyFrom(secret),
		new TextEncoder().encode(text),
	);
	const bytes = new Uint8Array(IV_BYTES + sealed.byteLength);
	bytes.set(iv);
	bytes.set(new Uint8Array(sealed), IV_BYTES);
	return toBase64(bytes);
}

/** Throws where the secret is another or the text was changed. */
export async function openWith(secret: string, sealed: string): Promise<string> {
	const bytes = fromBase64(sealed);
	const iv = bytes.slice(0, IV_BYTES);
	const opened = await crypto.subtle.decrypt({ name: "AES-GCM", iv }, await keyFrom(secret), bytes.slice(IV_BYTES));
	return new TextDecoder().decode(opened);
}
