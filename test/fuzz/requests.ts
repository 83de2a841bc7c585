import type { Operation } from "./contract.ts";
import { expectedBody, PERSON } from "./expected-bodies.ts";
import { changedJson } from "./json-text.ts";
import type { Move, Trick } from "./moves.ts";
import { signedHook } from "./prolific.ts";
import { queryOf } from "./queries.ts";
import type { Request } from "./send.ts";
import { SOURCES } from "./studies.ts";
import { type Keys, type KnownSession, sessionAt, type World } from "./world.ts";

export type Prepared = {
	readonly move: Move;
	readonly request: Request;
	readonly session: KnownSession | null;
	/** Whether the caller has the right for the operation. */
	readonly isGranted: boolean;
	/** Whether the caller may read the names of arms: in the protocol, or because the study is unblinded. */
	readonly mayKnowArms: boolean;
};

const FILES = [
	"sessions",
	"ratings",
	"answers",
	"turns",
	"messages",
	"deviations",
	"audit",
	"allocations",
	"model-calls",
	"flow",
];
const EXTENSIONS = ["jsonl", "csv"];

/** Parts of a path that name something a caller has a right to. Other parts, such as an adapter's name, are free. */
const OWNED = ["study", "session", "step"] as const;

export function prepare(move: Move, world: World, keys: Keys): Prepared {
	const session = sessionAt(world, move.session);
	const credentials = credentialsOf(move, session, keys, world);
	const body = bytesOf(move, world);
	const type = move.contentType ?? move.operation.body?.mediaType ?? null;
	const hook =
		move.operation.id === "receiveProlificWebhook"
			? signedHook(body ?? new Uint8Array(), move.choice, Date.now())
			: null;
	const headers: (readonly [string, string])[] = [...credentials.headers, ...(hook?.headers ?? []), ...move.headers];
	if (body !== null && type) headers.push(["Content-Type", type]);
	if (move.idempotencyKey !== null) headers.push(["Idempotency-Key", move.idempotencyKey]);
	const path = tricked(pathOf(move, session, world), move.trick) + queryOf(move, world);
	const { isGranted, mayKnowArms } = credentials;
	return {
		move,
		request: {
			method: move.method ?? move.operation.method,
			path,
			headers,
			body,
			chunked: move.chunked && body !== null,
		},
		session,
		isGranted: isGranted && (hook?.isGenuine ?? true) && OWNED.every((name) => (move.path[name] ?? null) === null),
		mayKnowArms,
	};
}

type Credentials = {
	readonly headers: readonly (readonly [string, string])[];
	readonly isGranted: boolean;
	readonly mayKnowArms: boolean;
};

const bearer = (token: string): readonly (readonly [string, string])[] => [["Authorization", `Bearer ${token}`]];
/** A key with only one of these scopes reads no protocol. A key that reads data sees arms after unblinding. */
const BLIND = ["sessions:write", "simulations:write"];

function credentialsOf(move: Move, session: KnownSession | null, keys: Keys, world: World): Credentials {
	const { scope, bySession } = move.operation;
	if (scope !== null) return byKey(move, scope, session, keys, world);
	if (bySession) return byToken(move, session, keys, world);
	const headers = move.caller === "garbage" ? bearer("nonsense") : [];
	return { headers, isGranted: true, mayKnowArms: false };
}

function byKey(
	{ caller }: Move,
	scope: string,
	session: KnownSession | null,
	keys: Keys,
	{ isUnblinded }: World,
): Credentials {
	const isBlind = BLIND.includes(scope) || (scope === "data:read" && !isUnblinded);
	switch (caller) {
		case "full":
			return { headers: bearer(keys.all), isGranted: true, mayKnowArms: true };
		case "right":
			return { headers: bearer(keys.only[scope] ?? ""), isGranted: true, mayKnowArms: !isBlind };
		case "wrong":
			return { headers: bearer(keys.without[scope] ?? ""), isGranted: false, mayKnowArms: true };
		case "stranger":
			return { headers: bearer(session?.token ?? "none"), isGranted: false, mayKnowArms: false };
		default:
			return refusedAs(caller);
	}
}

function byToken({ caller, operation }: Move, session: KnownSession | null, keys: Keys, world: World): Credentials {
	if (caller === "right" || caller === "full")
		return { headers: bearer(session?.token ?? "none"), isGranted: session !== null, mayKnowArms: false };
	if (caller === "cookie" && session)
		return { headers: [["Cookie", `xs_${session.id}=${session.token}`]], isGranted: true, mayKnowArms: false };
	if (caller === "wrong") {
		const key = operation.besideToken === null ? keys.all : (keys.without[operation.besideToken] ?? "");
		return { headers: bearer(key), isGranted: false, mayKnowArms: false };
	}
	if (caller === "stranger") {
		const other = world.sessions.find(({ id }) => id !== session?.id);
		return { headers: bearer(other?.token ?? "none"), isGranted: false, mayKnowArms: false };
	}
	return refusedAs(caller);
}

function refusedAs(caller: Move["caller"]): Credentials {
	const headers: Credentials["headers"] =
		caller === "garbage"
			? bearer("xo_00000000000000000000000000000000")
			: caller === "basic"
				? [["Authorization", "Basic eG86eG8="]]
				: caller === "cookie"
					? [["Cookie", "xs_=1; xs_se_0=2; __proto__=3"]]
					: [];
	return { headers, isGranted: false, mayKnowArms: false };
}

function pathOf({ operation, path, byId, choice }: Move, session: KnownSession | null, world: World): string {
	const old = session?.answered.at(-1 - (choice % 3))?.step;
	const current = session?.view?.step?.id;
	const step = operation.id === "followReply" ? (old ?? current) : choice % 8 === 0 ? (old ?? current) : current;
	const known: Readonly<Record<string, string | null | undefined>> = {
		study: byId ? world.studyId : world.slug,
		session: session?.id,
		key: world.keys.at(-1),
		step,
		file: `${FILES[choice % FILES.length]}.${EXTENSIONS[choice % EXTENSIONS.length]}`,
		participant: `${PERSON}-1`,
		adapter: "adapter-1",
		source: SOURCES[choice % SOURCES.length],
		group: world.groups.at(-1),
		code: "invalid_request",
	};
	return operation.template.replaceAll(/\{(\w+)\}/g, (_, name: string) => path[name] ?? known[name] ?? "missing");
}

/** Other spellings of an address, which must reach no other operation. */
function tricked(path: string, trick: Trick): string {
	switch (trick) {
		case "none":
			return path;
		case "slash":
			return `${path}/`;
		case "double":
			return path.replace("/", "//");
		case "dots":
			return `/v1/..${path}`;
		case "upper":
			return path.toUpperCase();
		case "escaped":
			return path.replace(/[a-z]/, (letter) => `%${letter.charCodeAt(0).toString(16)}`);
		case "semicolon":
			return `${path};a=b`;
		case "fragment":
			return `${path}%23x`;
	}
}

function bytesOf({ operation, body, session, choice }: Move, world: World): Uint8Array | null {
	if (body.kind === "none") return null;
	if (body.kind === "bytes") return body.bytes;
	if (body.kind === "value") return encoded(changedJson(body.value, body.changes));
	const expected = expectedBody(operation.id, { world, session, choice });
	if (expected === null) return operation.body === null ? null : encoded(changedJson({}, body.changes));
	return encoded("text" in expected ? expected.text : changedJson(expected.value, body.changes));
}

const encoded = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The same call with another body, to distinguish it from a repeat. */
export const withOtherBody = (request: Request): Request => ({
	...request,
	body: encoded(`${new TextDecoder().decode(request.body ?? new Uint8Array())} `),
});

export const operationName = ({ method, template }: Operation): string => `${method} ${template}`;
