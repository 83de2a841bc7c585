import { createServer } from "node:net";
import { DemoError } from "./demo-error.ts";

const LOOPBACKS = ["127.0.0.1", "::1"] as const;

/** The port, or a free one for 0. A port in use is refused before anything starts. */
export async function usablePort(port: number): Promise<number> {
	if (port === 0) return listenOnce(0, "127.0.0.1");
	for (const host of LOOPBACKS) {
		await listenOnce(port, host).catch((error: NodeJS.ErrnoException) => {
			if (error.code === "EADDRINUSE") throw new DemoError(taken(port));
			if (error.code === "EACCES")
				throw new DemoError(`Port ${port} may not be used by this account. Take one above 1023.`);
			// On a machine without IPv6, no program can listen there either.
			if (host === "127.0.0.1") throw error;
		});
	}
	return port;
}

const taken = (port: number): string =>
	`Port ${port} is taken. Stop what listens there, or choose another: npm run demo -- --port ${port === 65_535 ? 8787 : port + 1}`;

function listenOnce(port: number, host: string): Promise<number> {
	return new Promise((resolve, reject) => {
		const server = createServer();
		server.once("error", reject);
		server.listen({ port, host, exclusive: true }, () => {
			const address = server.address();
			server.close(() => resolve(typeof address === "object" && address ? address.port : port));
		});
	});
}
