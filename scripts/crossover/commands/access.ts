import { type Call, type Command, found, json, list, Misuse, needed, numberOf, text } from "../command.ts";
import { pairs, table } from "../table.ts";

const keys: Command = {
	name: "keys",
	summary: "List API keys, without their secrets.",
	takes: [],
	options: {},
	examples: ["crossover keys"],
	async run({ api }) {
		const { keys: all } = found((await api.GET("/v1/keys")).data);
		const rows = all.map((key) => [
			...[key.id, key.name, key.scopes.join(","), key.studies?.join(",") ?? "all"],
			...[key.lastUsedAt, key.revokedAt ? "revoked" : (key.expiresAt ?? "never")],
		]);
		return { data: all, text: table(["key", "name", "scopes", "studies", "last used", "expires"], rows) };
	},
};

const create: Command = {
	name: "keys create",
	summary: "Create an API key. Its secret is shown only now.",
	takes: ["<name>"],
	options: {
		scope: { type: "string", multiple: true, means: "a scope; may be repeated" },
		study: { type: "string", multiple: true, means: "only for this study; may be repeated" },
		expires: { type: "string", means: "a time in RFC 3339" },
	},
	examples: ["crossover keys create qualtrics --scope sessions:write --study my-study"],
	async run({ api, positionals: [name = ""], values }) {
		const [scopes, studies, expiresAt] = [list(values, "scope"), list(values, "study"), text(values, "expires")];
		if (scopes.length === 0) throw new Misuse("Give at least one --scope, such as studies:read.");
		const body = {
			name,
			scopes: scopes as ["admin"],
			...(studies.length > 0 && { studies }),
			...(expiresAt && { expiresAt }),
		};
		const { data } = await api.POST("/v1/keys", { body });
		return { data, text: pairs({ ...found(data) }) };
	},
};

const rotate: Command = {
	name: "keys rotate",
	summary: "Replace a key by a new one with the same scopes and studies.",
	takes: ["<key>"],
	options: { overlap: { type: "string", means: "for so many hours the old key still works (0 by default)" } },
	examples: ["crossover keys rotate ak_… --overlap 24"],
	async run({ api, positionals: [key = ""], values }) {
		const body = { overlapHours: numberOf(values, "overlap") ?? 0 };
		const { data } = await api.POST("/v1/keys/{key}/rotate", { params: { path: { key } }, body });
		return { data, text: pairs({ ...found(data) }) };
	},
};

const revoke: Command = {
	name: "keys revoke",
	summary: "Revoke a key.",
	takes: ["<key>"],
	options: {},
	examples: ["crossover keys revoke ak_…"],
	async run({ api, positionals: [key = ""] }) {
		await api.DELETE("/v1/keys/{key}", { params: { path: { key } } });
		return { data: { revoked: key }, text: "The key is revoked." };
	},
};

const settings: Command = {
	name: "settings",
	summary: "Show the settings of an open study, or change them.",
	takes: ["<study>"],
	options: {
		code: { type: "string", multiple: true, means: "a completion code, as exit=CODE; may be repeated" },
		quota: { type: "string", means: "places among those who complete" },
		"expires-after": { type: "string", means: "a duration such as PT3H" },
		"return-url": { type: "string", multiple: true, means: "an origin; may be repeated, and replaces all" },
		"embed-origin": { type: "string", multiple: true, means: "an origin; may be repeated, and replaces all" },
		file: { type: "string", means: "a JSON file with any settings" },
		reason: { type: "string", means: "why; it stays in the audit" },
	},
	examples: [
		"crossover settings my-study",
		'crossover settings my-study --code completed=C1A2B3 --reason "The code on Prolific was another one."',
	],
	async run(call) {
		const [study = ""] = call.positionals;
		const params = { path: { study } };
		const change = changeOf(call);
		if (Object.keys(change).length === 0) {
			const { data } = await call.api.GET("/v1/studies/{study}/settings", { params });
			return { data, text: pairs({ ...found(data) }) };
		}
		const body = { ...change, reason: needed(call.values, "reason") } as never;
		const { data } = await call.api.PATCH("/v1/studies/{study}/settings", { params, body });
		return { data, text: pairs({ ...found(data) }) };
	},
};

function changeOf({ values, world }: Call): Record<string, unknown> {
	const file = text(values, "file");
	const total = numberOf(values, "quota");
	const expiresAfter = text(values, "expires-after");
	const [returnUrls, embedOrigins] = [list(values, "return-url"), list(values, "embed-origin")];
	const exits = Object.fromEntries(list(values, "code").map(codeOf));
	return {
		...(file === undefined ? {} : (json(world, file) as object)),
		...(Object.keys(exits).length > 0 && { exits }),
		...(total !== undefined && { quota: { total } }),
		...(expiresAfter && { expiresAfter }),
		...(returnUrls.length > 0 && { returnUrls }),
		...(embedOrigins.length > 0 && { embedOrigins }),
	};
}

function codeOf(given: string): [string, { code: string }] {
	const [, exit, code] = /^(\w+)=(.+)$/.exec(given) ?? [];
	if (!exit || !code) throw new Misuse("--code is an exit and its code, such as completed=C1A2B3.");
	return [exit, { code }];
}

export const ACCESS_COMMANDS: readonly Command[] = [keys, create, rotate, revoke, settings];
