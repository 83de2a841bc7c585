import { relative } from "node:path";
import type { Finding } from "./finding.ts";

/** Why wrangler cannot read `wrangler.toml`, in one line with its place. Null: another error. */
export function unreadable(error: unknown, env: string): Finding | null {
	if (!(error instanceof Error)) return null;
	const check = "configuration";
	const place = placeIn(error);
	if (place) {
		const { file, line, lineText } = place;
		return {
			check,
			found: `${relative(".", file)}:${line}: ${error.message} (${lineText.trim()})`,
			fix: "Correct this line. A section such as [env.production.vars] must stand only once: add lines to it.",
		};
	}
	const known = /available configured environment names are: \[(.*)\]/.exec(error.message)?.[1];
	if (known !== undefined)
		return {
			check,
			found: `wrangler.toml has no section [env.${env}], only ${known.replaceAll('"', "")}`,
			fix: "Add the section (docs/how-to/deploy.md, A staging copy), or name another with --env.",
		};
	if (error.name !== "Error") return null;
	return { check, found: error.message.replaceAll(/\s+/g, " ").trim(), fix: "Correct wrangler.toml." };
}

type Place = { readonly file: string; readonly line: number; readonly lineText: string };

/** Wrangler's parser puts it beside the message. */
function placeIn(error: Error): Place | null {
	const location = "location" in error ? error.location : null;
	if (typeof location !== "object" || location === null) return null;
	if (!("file" in location && "line" in location && "lineText" in location)) return null;
	return { file: String(location.file), line: Number(location.line), lineText: String(location.lineText) };
}
