/** The number of arguments of a call is limited; this many are safe in every runtime. */
const BYTES_PER_CALL = 8192;

/** Base 64 (RFC 4648, section 4), with padding. */
export function toBase64(bytes: Uint8Array): string {
	let binary = "";
	for (let start = 0; start < bytes.length; start += BYTES_PER_CALL)
		binary += String.fromCharCode(...bytes.subarray(start, start + BYTES_PER_CALL));
	return btoa(binary);
}

/** Throws if the text is not base 64. */
export function fromBase64(text: string): Uint8Array {
	const binary = atob(text);
	const bytes = new Uint8Array(binary.length);
	for (let index = 0; index < binary.length; index += 1) bytes[index] = binary.charCodeAt(index);
	return bytes;
}
