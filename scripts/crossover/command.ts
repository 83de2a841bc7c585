import type { Client } from "openapi-fetch";
import type { paths } from "../../clients/typescript/src/index.ts";

/** An option of a command: for `util.parseArgs`, and for the help. */
export type Option = {
	readonly type: "string" | "boolean";
	readonly multiple?: boolean;
	readonly means: string;
};

/** One default for all commands. `all` adds the pools up, where that means something. */
export const pool: Option = { type: "string", means: "live (default), pilot, simulated or all" };
export const onePool: Option = { type: "string", means: "live (default), pilot or simulated" };

export type Values = Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>;

/** The outside world of a command. Tests pass their own. */
export type World = {
	readonly environment: Readonly<Record<string, string | undefined>>;
	readonly fetch: typeof globalThis.fetch;
	readonly sleep: (ms: number) => Promise<void>;
	readonly readText: (path: string) => string;
	readonly writeFile: (path: string, bytes: Uint8Array) => void;
	readonly print: (text: string) => void;
	readonly warn: (text: string) => void;
	/** A line that the next one replaces on a terminal. Null: the last line stays. */
	readonly progress: (line: string | null) => void;
};

/** One call of a command. */
export type Call = {
	readonly positionals: readonly string[];
	readonly values: Values;
	readonly world: World;
	/** The typed client. A refusal throws the API's own problem. */
	readonly api: Client<paths>;
	/** For files, which the contract does not describe: the response, unless it is a refusal. */
	readonly download: (path: string) => Promise<Response>;
};

/** `data` is what `--json` prints, `text` what people read. `code`: the exit code, 0 by default. */
export type Outcome = { readonly data: unknown; readonly text: string; readonly code?: number };

export type Command = {
	/** One word, or two such as `sessions end`. */
	readonly name: string;
	readonly summary: string;
	/** The arguments after the name, such as `<study> <session>`. */
	readonly takes: readonly string[];
	readonly options: Readonly<Record<string, Option>>;
	readonly examples: readonly string[];
	/** Needs no key and no address. */
	readonly offline?: boolean;
	readonly run: (call: Call) => Promise<Outcome>;
};

/** The wrong way to call a command: exit code 2. */
export class Misuse extends Error {
	override readonly name = "Misuse";
}

export const text = (values: Values, name: string): string | undefined => {
	const value = values[name];
	return typeof value === "string" ? value : undefined;
};

export function needed(values: Values, name: string): string {
	const value = text(values, name);
	if (value === undefined || value.trim() === "") throw new Misuse(`Give --${name}.`);
	return value;
}

export const list = (values: Values, name: string): string[] => {
	const value = values[name];
	return Array.isArray(value) ? value.map(String) : [];
};

export function numberOf(values: Values, name: string): number | undefined {
	const given = text(values, name);
	if (given === undefined) return undefined;
	const value = Number(given);
	if (given.trim() === "" || !Number.isFinite(value)) throw new Misuse(`--${name} is a number.`);
	return value;
}

export function found<T>(data: T | undefined): T {
	if (data === undefined) throw new TypeError("The server answered without a body.");
	return data;
}

export function json(world: World, path: string): unknown {
	let read: string;
	try {
		read = world.readText(path);
	} catch {
		throw new Misuse(`The file ${path} cannot be read.`);
	}
	try {
		return JSON.parse(read);
	} catch (error) {
		throw new Misuse(`${path} is no JSON: ${error instanceof Error ? error.message : ""}`);
	}
}
