import { readFile } from "node:fs/promises";
import { z } from "zod";
import { parseProtocol, protocolHash } from "../../src/protocol/parse/parse.ts";
import type { Api } from "./api.ts";
import { DemoError } from "./demo-error.ts";

const study = z.looseObject({ slug: z.string(), status: z.string(), protocolHash: z.string() });

/** Creates and opens the study of a seed, or finds that of an earlier demo. Returns its slug. */
export async function ensureStudy(api: Api, slug: string): Promise<string> {
	const protocol: unknown = JSON.parse(await readFile(`seeds/${slug}.json`, "utf8"));
	const path = `/v1/studies/${slug}`;
	const known = (await api.status(path)) === 200;
	const found = study.parse(known ? await api.call("GET", path) : await api.call("POST", "/v1/studies", protocol));
	if (known && found.protocolHash !== hashOf(protocol)) throw new DemoError(changed(slug));
	if (found.status !== "open") await api.call("POST", `${path}/open`);
	return found.slug;
}

function hashOf(seed: unknown): string {
	const parsed = parseProtocol(seed);
	if (!parsed.ok) throw new DemoError(`The seed is not a valid protocol:\n${JSON.stringify(parsed.error, null, 2)}`);
	return protocolHash(parsed.value);
}

const changed = (slug: string): string =>
	`Another study is called ${slug} on this machine: its seed has changed since, and an open study never changes. ` +
	"npm run demo -- --fresh begins anew, and forgets what is in the local database.";
