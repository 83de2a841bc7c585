import fc from "fast-check";
import type { Contract, Operation } from "./contract.ts";
import {
	contentType,
	headerName,
	headerText,
	jsonText,
	memberName,
	queryName,
	queryText,
	rawBytes,
	segment,
} from "./hostile.ts";
import type { Change } from "./json-text.ts";
import { valuesOf } from "./schema-values.ts";
import { VARIANTS, type Variant } from "./studies.ts";

export const CALLERS = ["right", "full", "cookie", "wrong", "stranger", "none", "garbage", "basic"] as const;
export type Caller = (typeof CALLERS)[number];

export type Body =
	/** The expected body from the scenario's data, with changes. */
	| { readonly kind: "expected"; readonly changes: readonly Change[] }
	| { readonly kind: "value"; readonly value: unknown; readonly changes: readonly Change[] }
	| { readonly kind: "bytes"; readonly bytes: Uint8Array }
	| { readonly kind: "none" };

/** One request, as far as it does not depend on earlier responses. */
export type Move = {
	readonly operation: Operation;
	readonly caller: Caller;
	/** The number of the scenario's session. */
	readonly session: number;
	/** Chooses among known values: file names, answered steps, kinds of answers. */
	readonly choice: number;
	readonly byId: boolean;
	/** Replaces the known value of a path parameter. */
	readonly path: Readonly<Record<string, string | null>>;
	readonly query: readonly (readonly [name: string, value: string])[];
	readonly headers: readonly (readonly [name: string, value: string])[];
	readonly body: Body;
	readonly contentType: string | null;
	readonly idempotencyKey: string | null;
	readonly chunked: boolean;
	readonly method: string | null;
	readonly trick: Trick;
	/** How the same request is repeated. */
	readonly again: "no" | "later" | "at once" | "changed";
};

export const TRICKS = ["none", "slash", "double", "dots", "upper", "escaped", "semicolon", "fragment"] as const;
export type Trick = (typeof TRICKS)[number];

export type Scenario = { readonly variant: Variant; readonly moves: readonly Move[] };

const NO_PERSONALISATION = {
	caller: "right",
	byId: false,
	path: {},
	query: [],
	headers: [],
	body: { kind: "expected", changes: [] },
	contentType: null,
	idempotencyKey: null,
	chunked: false,
	method: null,
	trick: "none",
	again: "no",
} as const;

/** How often each operation is sent as a client would, so that studies fill up. */
const PROGRESS: Readonly<Record<string, number>> = {
	createKey: 1,
	deleteKey: 1,
	replaceStudy: 1,
	startSession: 4,
	answerStep: 24,
	readSession: 2,
	followReply: 2,
	previewPrompt: 1,
	rebuildStudy: 1,
	withdraw: 1,
	land: 2,
	getExport: 1,
	getFlow: 1,
	getBalance: 1,
	listAudit: 1,
	pauseStudy: 1,
	openStudy: 1,
	closeStudy: 1,
	unblindStudy: 1,
	loadProfiles: 1,
	registerAdapter: 1,
	copyOwnConversations: 1,
	landFromSource: 3,
	createLinkKey: 1,
	receiveProlificWebhook: 2,
	getProlificReconciliation: 1,
	getProlificBonuses: 1,
	previewProlificBonuses: 1,
	createProlificDraft: 1,
	createProlificGroup: 1,
	addToProlificGroup: 1,
};

export function scenarios({ operations, document }: Contract): fc.Arbitrary<Scenario> {
	const named = (id: string): Operation[] => operations.filter((operation) => operation.id === id);
	const progress = Object.entries(PROGRESS).flatMap(([id, weight]) =>
		named(id).map((operation) => ({ weight, arbitrary: plainMove(operation) })),
	);
	const hostile = operations.map((operation) => hostileMove(operation, document));
	const move = fc.oneof(
		{ weight: 1, arbitrary: fc.oneof(...progress) },
		{ weight: 1, arbitrary: fc.oneof(...hostile) },
	);
	const first = (...ids: readonly string[]) => fc.tuple(...ids.flatMap(named).map(plainMove));
	return fc.record({
		variant: fc.constantFrom(...VARIANTS),
		moves: fc
			.tuple(
				fc.oneof(
					{ weight: 16, arbitrary: first("createStudy", "loadProfiles", "openStudy", "startSession") },
					{ weight: 3, arbitrary: first("createStudy") },
					{ weight: 1, arbitrary: fc.constant([]) },
				),
				fc.array(move, { minLength: 10, maxLength: 60, size: "max" }),
			)
			.map(([begin, rest]) => [...begin, ...rest]),
	});
}

const plainMove = (operation: Operation): fc.Arbitrary<Move> =>
	fc
		.record({
			session: fc.nat(5),
			choice: fc.nat(1000),
			chunked: rarely(fc.constant(true), false),
			headers: operation.id === "answerStep" ? fc.constantFrom(...REPLY_MODES) : fc.constant([]),
		})
		.map((drawn) => ({ ...NO_PERSONALISATION, operation, ...drawn }));

/** The ways to request a reply. */
const REPLY_MODES = [[], [["Accept", "text/event-stream"]], [["Prefer", "respond-async"]]] as const;

function hostileMove(operation: Operation, document: unknown): fc.Arbitrary<Move> {
	const inPath = operation.parameters.filter((parameter) => parameter.in === "path").map(({ name }) => name);
	const inQuery = operation.parameters.filter((parameter) => parameter.in === "query");
	const known = inQuery.map(({ name, schema }) =>
		fc.tuple(fc.constant(name), fc.oneof(queryText, valuesOf(schema, document).map(String).map(encodeURIComponent))),
	);
	const parameter = fc.oneof(...known, fc.tuple(queryName, queryText));
	return fc.record({
		operation: fc.constant(operation),
		caller: fc.oneof(
			{ weight: 6, arbitrary: fc.constant("right" as const) },
			{ weight: 4, arbitrary: fc.constantFrom(...CALLERS) },
		),
		session: fc.nat(5),
		choice: fc.nat(1000),
		byId: fc.boolean(),
		path: fc.record(Object.fromEntries(inPath.map((name) => [name, rarely(segment, null, 5)]))),
		query: fc.oneof(
			{ weight: 3, arbitrary: fc.constant([]) },
			{ weight: known.length > 0 ? 3 : 1, arbitrary: fc.array(parameter, { maxLength: 3 }) },
		),
		headers: rarely(fc.array(fc.tuple(headerName, headerText), { minLength: 1, maxLength: 2 }), [], 3),
		body: bodyOf(operation, document),
		contentType: rarely(contentType, null, 7),
		idempotencyKey: rarely(fc.oneof(fc.constantFrom("a", "b", '"c"'), headerText), null, 2),
		chunked: rarely(fc.constant(true), false, 7),
		method: rarely(fc.constantFrom("HEAD", "OPTIONS", "GET", "POST", "PUT", "PATCH", "DELETE"), null, 15),
		trick: rarely(fc.constantFrom(...TRICKS), "none" as const, 9),
		again: rarely(fc.constantFrom("later", "at once", "changed"), "no" as const, 5),
	});
}

function bodyOf(operation: Operation, document: unknown): fc.Arbitrary<Body> {
	const none: Body = { kind: "none" };
	const bytes = rawBytes.map((each): Body => ({ kind: "bytes", bytes: each }));
	if (operation.body === null) return rarely(bytes, none, 9);
	const change = fc.record({
		at: fc.nat(200),
		how: fc.constantFrom("replace", "replace", "replace", "drop", "twice", "rename", "add", "wrap"),
		json: jsonText,
		name: memberName,
	});
	const changes = fc.array(change, { maxLength: 3 });
	const value = valuesOf(operation.body.schema, document);
	return fc.oneof(
		{ weight: 6, arbitrary: changes.map((some): Body => ({ kind: "expected", changes: some })) },
		{ weight: 4, arbitrary: fc.record({ kind: fc.constant("value" as const), value, changes }) },
		{ weight: 2, arbitrary: bytes },
		{ weight: 1, arbitrary: fc.constant(none) },
	);
}

/** Rare once in this many times, otherwise the usual. */
const rarely = <T, U>(arbitrary: fc.Arbitrary<T>, usual: U, times = 9): fc.Arbitrary<T | U> =>
	fc.oneof({ weight: times, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary });
