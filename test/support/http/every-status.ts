import { describe, expect, it } from "vitest";
import { keyWith, send } from "./http.ts";
import { type Operation, operations } from "./operations.ts";
import { type Places, pathsOf } from "./places.ts";
import { KEY } from "./worker.ts";

type Sent = NonNullable<Parameters<typeof send>[1]>;

const JSON_TYPE = { "Content-Type": "application/json" };
const BODIES: readonly Sent[] = [
	{},
	{ json: {} },
	{ json: [] },
	{ json: { unknown: "field" } },
	{ json: { accept: true } },
	{ body: "{", headers: JSON_TYPE },
	{ body: '{"text":1e400}', headers: JSON_TYPE },
	{ body: "a=1", headers: { "Content-Type": "application/x-www-form-urlencoded" } },
	{ body: "x".repeat(70_000), headers: JSON_TYPE },
	{ json: {}, headers: { "Idempotency-Key": "the same for all" } },
	{ json: {}, headers: { "Idempotency-Key": "\u00e9 no key" } },
];

const bodiesOf = (method: string): readonly Sent[] => (method === "GET" ? BODIES.slice(0, 1) : BODIES);

type Key = string | null;
type Request = { readonly path: string; readonly key: Key; readonly body: Sent };

const everyRequest = (paths: readonly string[], keys: readonly Key[], bodies: readonly Sent[]): Request[] =>
	paths.flatMap((path) => keys.flatMap((key) => bodies.map((body) => ({ path, key, body }))));

/** Each path with each key, and each body with each key at the first path. */
const requestsInPairs = (paths: readonly string[], keys: readonly Key[], bodies: readonly Sent[]): Request[] => [
	...everyRequest(paths, keys, bodies.slice(0, 1)),
	...everyRequest(paths.slice(0, 1), keys, bodies.slice(1)),
];

/** All keys at all paths, all keys with all bodies, and all bodies at all paths with the keys that open them. */
export function mainRequests({ method, template, scope }: Operation, places: Places, keys: readonly Key[]): Request[] {
	const paths = pathsOf(template, places.values);
	const bodies = bodiesOf(method);
	const pathsFor = (key: Key): string[] => {
		if (key === null) return [];
		if (scope !== null) return key === KEY ? paths : [];
		const own = places.sessions.find(({ token }) => token === key)?.session ?? "";
		return template.includes("{session}") ? paths.filter((path) => path.includes(own)) : paths;
	};
	return keys.flatMap((key) => {
		const opened = pathsFor(key);
		const others = paths.filter((path) => !opened.includes(path));
		return [...everyRequest(opened, [key], bodies), ...requestsInPairs(others, [key], bodies)];
	});
}

/** All keys with all bodies at all paths: also keys that are refused before the body is read. */
export const allRequests = ({ method, template }: Operation, places: Places, keys: readonly Key[]): Request[] =>
	everyRequest(pathsOf(template, places.values), keys, bodiesOf(method));

/** `send` fails on an undeclared status, so these tests only need to send the requests. */
export const itDeclaresEveryStatus = (places: () => Places, requestsOf: typeof allRequests): void =>
	describe.each(operations.map((operation) => [`${operation.method} ${operation.template}`, operation] as const))(
		"every response of %s",
		(_, operation) => {
			it("has a declared status", async () => {
				const tokens = places().sessions.map(({ token }) => token);
				const keys = operation.scope === null ? [null, ...tokens] : [null, KEY, await keyWith("data:read")];
				const statuses: number[] = [];
				for (const { path, key, body } of requestsOf(operation, places(), keys)) {
					const response = await send(path, { method: operation.method, key, ...body });
					await response.arrayBuffer();
					statuses.push(response.status);
				}
				expect(statuses.length).toBeGreaterThan(0);
				expect(statuses.filter((status) => status >= 500)).toEqual([]);
			});
		},
	);
