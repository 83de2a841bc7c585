import { readFileSync } from "node:fs";
import { z } from "zod";
import { adapterLines, BundleError, readBundle } from "./bundle.ts";
import { idsFrom } from "./people.ts";

export type Registration = {
	readonly bundle: string;
	/** The Worker's address without a path. */
	readonly api: string;
	/** A researcher's key with the scope `studies:write`. */
	readonly key: string;
	/** The study's slug or id. */
	readonly study: string;
	/** A CSV that connects the data's pseudonyms with the ids of this study. */
	readonly people?: string | undefined;
};

const reportSchema = z.looseObject({
	read: z.number(),
	kept: z.number(),
	faulty: z.array(z.looseObject({ line: z.number(), detail: z.string() })),
});

export type RegistrationReport = z.output<typeof reportSchema>;

/** Registers the adapters of a bundle in one call. A second registration replaces the first. */
export async function registerBundle(asked: Registration): Promise<RegistrationReport> {
	const ids = asked.people === undefined ? null : idsFrom(readFileSync(asked.people, "utf8"));
	const lines = adapterLines(readBundle(asked.bundle), ids);
	const response = await fetch(`${asked.api}/v1/studies/${encodeURIComponent(asked.study)}/adapters`, {
		method: "POST",
		headers: { Authorization: `Bearer ${asked.key}`, "Content-Type": "application/jsonl" },
		body: lines.map((line) => `${JSON.stringify(line)}\n`).join(""),
	}).catch(() => {
		throw new BundleError(`Nothing answers at ${asked.api}.`);
	});
	if (!response.ok)
		throw new BundleError(`The registration was refused (${response.status}).\n${await response.text()}`);
	return reportSchema.parse(await response.json());
}
