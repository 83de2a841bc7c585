import { basename } from "node:path";
import type { TestProject } from "vitest/node";
import { serve } from "../browser/serve.ts";
import { startModelServer } from "../models/model-server.ts";

declare module "vitest" {
	interface ProvidedContext {
		/** Shared by all browser tests of a run. */
		browserRun: {
			readonly origin: string;
			readonly key: string;
			readonly folder: string;
			/** The model server of each test file, by its path: the endpoint's name in protocols, and its URL. */
			readonly models: Readonly<Record<string, { readonly endpoint: string; readonly url: string }>>;
		};
	}
}

/**
 * Starts one Worker for all browser tests: each file would need ten seconds and more for its own. Each
 * file has a model server of its own, because the Worker counts failures by endpoint.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
	const { testFiles } = await project.globTestFiles();
	const servers = await Promise.all(testFiles.map(() => startModelServer()));
	const models = testFiles.map((file, index) => ({
		file,
		endpoint: basename(file).split(".")[0]?.replaceAll("-", "_").toUpperCase() ?? "",
		url: servers[index]?.url ?? "",
	}));
	const bindings = models.flatMap(({ endpoint, url }) => [
		[`ENDPOINT_${endpoint}_URL`, url],
		[`ENDPOINT_${endpoint}_KEY`, "any"],
	]);
	const served = await serve({ IDENTITY_KEY: "identity-key-of-the-browser-tests", ...Object.fromEntries(bindings) });
	const { origin, key, folder } = served;
	project.provide("browserRun", {
		origin,
		key,
		folder,
		models: Object.fromEntries(models.map(({ file, ...model }) => [file, model])),
	});
	return async () => {
		await served.stop();
		await Promise.all(servers.map(({ close }) => close()));
	};
}
