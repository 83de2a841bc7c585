import type { TestProject } from "vitest/node";
import { startModelServer } from "../models/model-server.ts";

declare module "vitest" {
	interface ProvidedContext {
		/** The URL of the model server's API. Tests share it, so each message needs its own text. */
		modelServerUrl: string;
	}
}

/** One server for the whole run; `inject("modelServerUrl")` says where. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
	const server = await startModelServer(Number(process.env.MODEL_SERVER_PORT ?? 0));
	project.provide("modelServerUrl", server.url);
	return server.close;
}
