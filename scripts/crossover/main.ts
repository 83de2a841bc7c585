import { CrossoverError, crossover, type Problem } from "../../clients/typescript/src/index.ts";
import { parseNpmArgs } from "../npm-options.ts";
import { COMMANDS } from "./catalogue.ts";
import { type Command, Misuse, type Outcome, type Values, type World } from "./command.ts";
import { commandHelp, overview, usageOf } from "./help.ts";

const [DONE, REFUSED, MISUSED, UNREACHABLE] = [0, 1, 2, 3] as const;
const LOCAL = "http://localhost:8787";

const GLOBAL = { json: { type: "boolean" }, help: { type: "boolean", short: "h" }, api: { type: "string" } } as const;

/** Runs one command, prints its result, and returns the exit code. */
export async function main(argv: readonly string[], world: World): Promise<number> {
	const command = commandOf(argv);
	if (!command) return withoutCommand(argv, world);
	const wantsJson = argv.includes("--json");
	try {
		const { values, positionals } = parsed(command, argv.slice(command.name.split(" ").length));
		if (values.help) return said(world, commandHelp(command));
		if (positionals.length !== command.takes.length) throw new Misuse(`Usage: ${usageOf(command)}`);
		const outcome = await run(command, { values, positionals, world });
		world.print(wantsJson ? JSON.stringify(outcome.data) : outcome.text);
		return outcome.code ?? DONE;
	} catch (error) {
		return failed(error, command, { world, wantsJson });
	}
}

/** The longest name that the arguments begin with: `sessions end` before `sessions`. */
function commandOf(argv: readonly string[]): Command | undefined {
	const [first = "", second = ""] = argv;
	return COMMANDS.find(({ name }) => name === `${first} ${second}`) ?? COMMANDS.find(({ name }) => name === first);
}

function withoutCommand([first]: readonly string[], world: World): number {
	if (first === undefined || first === "--help" || first === "-h" || first === "help")
		return said(world, overview(COMMANDS));
	world.warn(`There is no command ${first}.\n\n${overview(COMMANDS)}`);
	return MISUSED;
}

function said(world: World, text: string): number {
	world.print(text);
	return DONE;
}

type Parsed = { readonly values: Values; readonly positionals: readonly string[] };

function parsed(command: Command, args: readonly string[]): Parsed {
	const own = Object.entries(command.options).map(([name, { type, multiple = false }]) => [name, { type, multiple }]);
	try {
		return parseNpmArgs({
			args: [...args],
			allowPositionals: true,
			options: { ...GLOBAL, ...Object.fromEntries(own) },
		});
	} catch (error) {
		// Node explains how to pass a positional argument with a leading dash. No command takes one.
		const [what] = error instanceof Error ? error.message.split(" To specify ") : [];
		throw new Misuse(what ?? "The arguments cannot be read.");
	}
}

async function run(command: Command, call: Parsed & { readonly world: World }): Promise<Outcome> {
	const { world, values } = call;
	const { CROSSOVER_API, CROSSOVER_KEY } = world.environment;
	if (!command.offline && !CROSSOVER_KEY)
		throw new Misuse("Put your API key into the environment variable CROSSOVER_KEY.");
	const baseUrl = (typeof values.api === "string" ? values.api : (CROSSOVER_API ?? LOCAL)).replace(/\/+$/, "");
	const options = { baseUrl, token: CROSSOVER_KEY ?? "", fetch: world.fetch, sleep: world.sleep };
	return command.run({ ...call, api: crossover(options), download: (path) => download(options, path) });
}

type Server = { readonly baseUrl: string; readonly token: string; readonly fetch: World["fetch"] };

async function download({ baseUrl, token, fetch }: Server, path: string): Promise<Response> {
	const response = await fetch(`${baseUrl}${path}`, { headers: { Authorization: `Bearer ${token}` } });
	if (response.ok) return response;
	if (response.headers.get("Content-Type")?.startsWith("application/problem+json"))
		throw new CrossoverError(await response.json());
	throw new Error(`The server answered ${response.status}.`);
}

type Shown = { readonly world: World; readonly wantsJson: boolean };

function failed(error: unknown, command: Command, { world, wantsJson }: Shown): number {
	if (error instanceof Misuse) {
		world.warn(`${error.message}\n\n${commandHelp(command)}`);
		return MISUSED;
	}
	if (error instanceof CrossoverError) {
		if (wantsJson) world.print(JSON.stringify(error.problem));
		world.warn(problemText(error.problem));
		return REFUSED;
	}
	world.warn(`The server cannot be reached: ${error instanceof Error ? error.message : "unknown"}`);
	return UNREACHABLE;
}

function problemText({ title, detail, errors = [], requestId }: Problem): string {
	const faults = errors.map((fault) => `  ${fault.pointer || "(the whole)"}: ${fault.detail}`);
	return [`${title}. ${detail}`, ...faults, `Request ${requestId}`].join("\n");
}
