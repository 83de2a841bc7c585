import { randomBytes } from "node:crypto";
import { appendFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { parseEnv } from "node:util";

const KEPT = ".wrangler/identity.key";
const VARIABLES = ".dev.vars";

/**
 * The local Worker's secret, created if it is missing. The demo and `npm run dev` use the same at every start, because
 * the local state is encrypted under it.
 */
export async function localIdentityKey(): Promise<string> {
	const given = process.env.IDENTITY_KEY || (await variablesOfDev()).IDENTITY_KEY || (await textOf(KEPT)).trim();
	if (given) return given;
	const made = randomBytes(32).toString("hex");
	await mkdir(".wrangler", { recursive: true });
	await writeFile(KEPT, made, { mode: 0o600 });
	return made;
}

/** `wrangler dev` reads `.dev.vars` by itself. */
export async function ensureDevVariables(): Promise<void> {
	const before = await textOf(VARIABLES);
	if (parseEnv(before).IDENTITY_KEY) return;
	const line = `IDENTITY_KEY="${await localIdentityKey()}"\n`;
	const gap = before === "" || before.endsWith("\n") ? "" : "\n";
	await appendFile(VARIABLES, gap + line, { mode: 0o600 });
}

const variablesOfDev = async (): Promise<Record<string, string | undefined>> => parseEnv(await textOf(VARIABLES));
const textOf = (file: string): Promise<string> => readFile(file, "utf8").catch(() => "");
