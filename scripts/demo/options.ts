import { parseNpmArgs } from "../npm-options.ts";
import { DemoError } from "./demo-error.ts";

export type Options = { readonly port: number; readonly json: boolean; readonly fresh: boolean };

export const USAGE = `npm run demo -- [--port N] [--json] [--fresh]

  --port N   listen there (8787; 0 takes any that is free)
  --json     tell progress on stderr, and on stdout one JSON object once it is ready
             (npm run --silent demo -- --json, or npm adds lines of its own)
  --fresh    forget every study of this machine first (.wrangler/state)`;

const DEFAULT_PORT = 8787;
const known = {
	port: { type: "string" },
	json: { type: "boolean" },
	fresh: { type: "boolean" },
	help: { type: "boolean", short: "h" },
} as const;

/** Null if only the usage was requested. */
export function parseOptions(args: readonly string[]): Options | null {
	const { port = String(DEFAULT_PORT), json = false, fresh = false, help = false } = parsed(args);
	if (help) return null;
	if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
		throw new DemoError(`--port takes a number up to 65535, not "${port}".`);
	return { port: Number(port), json, fresh };
}

function parsed(args: readonly string[]) {
	try {
		return parseNpmArgs({ args: [...args], options: known, strict: true }).values;
	} catch (error) {
		throw new DemoError(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
	}
}
