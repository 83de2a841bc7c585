import type { TestProject } from "vitest/node";
import { startReceiver } from "../webhooks/receiver-server.ts";

declare module "vitest" {
	interface ProvidedContext {
		/** The URL of the server that receives webhooks. Tests share it, so each needs a name of its own. */
		webhookReceiverUrl: string;
	}
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
	const receiver = await startReceiver();
	project.provide("webhookReceiverUrl", receiver.url);
	return receiver.close;
}
