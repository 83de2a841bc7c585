import { inject } from "vitest";
import type { Behaviour, Received } from "./receiver-server.ts";

export type Receiver = {
	readonly url: string;
	/** The last behaviour stays. Without a script, every message gets 204. */
	readonly behave: (...script: readonly Behaviour[]) => Promise<void>;
	readonly received: () => Promise<readonly Received[]>;
};

/** One receiver of the server, by its name. */
export function receiver(name: string): Receiver {
	const server = inject("webhookReceiverUrl");
	return {
		url: `${server}/hooks/${name}`,
		behave: async (...script) => {
			const response = await fetch(`${server}/script/${name}`, { method: "PUT", body: JSON.stringify(script) });
			if (!response.ok) throw new Error(`the receiver answers ${response.status}`);
		},
		received: async () => (await fetch(`${server}/received/${name}`)).json(),
	};
}

export const idsOf = (received: readonly Received[]): (string | undefined)[] =>
	received.map(({ headers }) => headers["webhook-id"]);
export const typesOf = (received: readonly Received[]): string[] => received.map(({ body }) => JSON.parse(body).type);
