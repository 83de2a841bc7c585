import { createHash } from "node:crypto";

/**
 * The same request, with a body that is hashed while it is read. `readToEnd` reads the part that the handler did not read, and
 * returns the SHA-256 of the whole body in hex.
 */
export function hashedBody(raw: Request): { readonly request: Request; readonly readToEnd: () => Promise<string> } {
	const hash = createHash("sha256");
	if (!raw.body) return { request: raw, readToEnd: async () => hash.digest("hex") };
	const passed = raw.body.pipeThrough(
		new TransformStream<Uint8Array, Uint8Array>({
			transform(chunk, controller) {
				hash.update(chunk);
				controller.enqueue(chunk);
			},
		}),
	);
	const request = new Request(raw, { body: passed });
	const readToEnd = async () => {
		if (request.body && !request.body.locked) for await (const _ of request.body);
		return hash.digest("hex");
	};
	return { request, readToEnd };
}
