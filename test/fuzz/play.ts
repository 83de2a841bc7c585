import type { Contract, Operation } from "./contract.ts";
import { curlOf } from "./curl.ts";
import { type Fault, faultsOf } from "./expectations.ts";
import { learn } from "./learn.ts";
import type { Scenario } from "./moves.ts";
import { operationName, type Prepared, prepare, withOtherBody } from "./requests.ts";
import { type Request, type Response, send } from "./send.ts";
import { type Keys, newWorld, type World } from "./world.ts";

export type Failure = Fault & { readonly operation: string; readonly curl: string; readonly before: readonly string[] };

/** One answered request. */
export type Seen = { readonly operation: string; readonly status: number; readonly tookMs: number };

export type Played = { readonly failures: readonly Failure[]; readonly seen: readonly Seen[] };

type Stage = { readonly url: URL; readonly contract: Contract; readonly keys: Keys };

/** Sends a scenario's requests one after the other. Each uses values from earlier responses. */
export async function play(stage: Stage, { variant, moves }: Scenario, slug: string): Promise<Played> {
	const world = newWorld(slug, variant);
	const played = new Playing(stage, world);
	for (const move of moves) await played.move(prepare(move, world, stage.keys));
	return played;
}

class Playing implements Played {
	readonly failures: Failure[] = [];
	readonly seen: Seen[] = [];
	readonly #stage: Stage;
	readonly #world: World;
	readonly #before: string[] = [];

	constructor(stage: Stage, world: World) {
		this.#stage = stage;
		this.#world = world;
	}

	async move(prepared: Prepared): Promise<void> {
		const { move, request } = prepared;
		if (move.again === "at once") {
			await Promise.all([this.#ask(prepared, request), this.#ask(prepared, request)]);
			return;
		}
		const first = await this.#ask(prepared, request);
		if (move.again === "later") this.#compare(prepared, first, await this.#ask(prepared, request));
		if (move.again === "changed") this.#mismatch(prepared, first, await this.#ask(prepared, withOtherBody(request)));
	}

	/** The same request with the same `Idempotency-Key` gets the same response. */
	#compare(prepared: Prepared, first: Response | null, second: Response | null): void {
		if (!first || !second || !isKept(prepared, first)) return;
		const same = first.status === second.status && first.text === second.text;
		const [expected, seen] = [first, second].map(({ status, text }) => `${status} ${text.slice(0, 200)}`);
		if (!same) this.#fail(prepared, { check: "repeat", expected: expected ?? "", seen: seen ?? "" });
	}

	#mismatch(prepared: Prepared, first: Response | null, second: Response | null): void {
		if (!first || !second || !isKept(prepared, first) || second.status === 422) return;
		this.#fail(prepared, { check: "repeat with another body", expected: "422", seen: String(second.status) });
	}

	async #ask(prepared: Prepared, request: Request): Promise<Response | null> {
		const { url, contract } = this.#stage;
		const asked = { ...prepared, request };
		const operation = operationAt(contract, url, request);
		const name = operation ? operationName(operation) : "no operation";
		try {
			const response = await send(url, request);
			this.seen.push({ operation: name, status: response.status, tookMs: response.tookMs });
			for (const fault of faultsOf({ prepared: asked, response, operation }, contract)) this.#fail(asked, fault, name);
			if (operation) learn(this.#world, operation.id, asked, response);
			this.#before.push(`${request.method} ${request.path.slice(0, 120)} → ${response.status}`);
			return response;
		} catch (error) {
			this.seen.push({ operation: name, status: 0, tookMs: 0 });
			this.#fail(asked, { check: "an answer", expected: "a whole answer in time", seen: String(error) }, name);
			return null;
		}
	}

	#fail({ request, move }: Prepared, fault: Fault, operation = operationName(move.operation)): void {
		const curl = curlOf(this.#stage.url, request);
		this.failures.push({ ...fault, operation, curl, before: [...this.#before] });
	}
}

/** Responses to researchers' calls are stored under their key, unless they were refused. */
const isKept = ({ move, request }: Prepared, { status, headers }: Response): boolean =>
	move.operation.scope !== null &&
	request.method === "POST" &&
	status < 300 &&
	headers["idempotency-replayed"] === undefined &&
	request.headers.some(([name]) => name === "Idempotency-Key");

/** The router decodes unnecessary escapes. */
function operationAt(contract: Contract, { origin }: URL, { method, path }: Request): Operation | null {
	const { pathname } = new URL(origin + path);
	return contract.operationAt(method, pathname) ?? contract.operationAt(method, decoded(pathname));
}

function decoded(pathname: string): string {
	try {
		return decodeURI(pathname.replaceAll("%25", "%2525"));
	} catch {
		return pathname;
	}
}
