import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";

export type Recorded = { readonly path: string; readonly body: string };

export type Recorder = {
	/** The address for the Worker, with the path of the API. */
	readonly url: string;
	readonly requests: readonly Recorded[];
	/** From now on, passes requests on to this local port. */
	readonly passTo: (port: number) => void;
	readonly stop: () => Promise<void>;
};

const UNAVAILABLE = 503;

/** Stands between the Worker and the server of bundles, and records the arms' requests. */
export async function startRecorder(): Promise<Recorder> {
	const requests: Recorded[] = [];
	let target: number | null = null;
	const server = createServer((from, to) => {
		const parts: Buffer[] = [];
		from.on("data", (part: Buffer) => parts.push(part));
		from.on("end", () => {
			const body = Buffer.concat(parts);
			requests.push({ path: from.url ?? "", body: body.toString("utf8") });
			if (target === null) return void to.writeHead(UNAVAILABLE).end();
			const options = { host: "127.0.0.1", port: target, path: from.url, method: from.method, headers: from.headers };
			const onward = request(options, (answer) => {
				to.writeHead(answer.statusCode ?? UNAVAILABLE, answer.headers);
				answer.pipe(to);
			});
			onward.on("error", () => to.destroy());
			// A participant who leaves cancels the reply.
			to.on("close", () => onward.destroy());
			onward.end(body);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}/v1`,
		requests,
		passTo: (to) => {
			target = to;
		},
		stop: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}
