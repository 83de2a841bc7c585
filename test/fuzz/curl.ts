import type { Request } from "./send.ts";

/** A command that sends the same bytes. */
export function curlOf(url: URL, { method, path, headers, body, chunked }: Request): string {
	const parts = [
		"curl",
		"--path-as-is",
		"-i",
		"-X",
		method,
		...headers.flatMap(([name, value]) => ["-H", `${name}: ${value}`]),
	];
	if (chunked) parts.push("-H", "Transfer-Encoding: chunked");
	const address = quoted(new URL(url).origin + path);
	const words = [...parts.map(quoted), address];
	if (body === null) return words.join(" ");
	const text = textOf(body);
	if (text !== null) return [...words, "--data-binary", quoted(text)].join(" ");
	return `printf '%s' ${Buffer.from(body).toString("base64")} | base64 -d | ${[...words, "--data-binary", "@-"].join(" ")}`;
}

/** Null if a shell's argument cannot carry it. `@` at the start would name a file to curl. */
function textOf(body: Uint8Array): string | null {
	try {
		const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(body);
		return text.includes("\u0000") || text.startsWith("@") ? null : text;
	} catch {
		return null;
	}
}

const quoted = (text: string): string => (/^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);
