import type { ApiDocument } from "../../src/app/reference.ts";
import type { Env } from "../../src/env.ts";
import type { App } from "../../src/http/contract.ts";
import type { ProblemCode } from "../../src/shared/problem.ts";

/** In place of `src/app/reference.ts` in the deployed Worker: `npm run build:worker` writes what it reads. */
async function read<T>({ ASSETS }: Env, file: string): Promise<T> {
	const found = await ASSETS?.fetch(`https://assets.invalid/reference/${file}`);
	if (!found?.ok)
		throw new Error(`The static file reference/${file} is missing: run npm run build:worker, and deploy again.`);
	return found.json();
}

export const apiDocument = (_app: App, env: Env): Promise<ApiDocument> => read(env, "openapi.json");

export const protocolDocument = (env: Env): Promise<Readonly<Record<string, unknown>>> =>
	read(env, "protocol.schema.json");

export const problemDoc = async (code: ProblemCode, env: Env): Promise<string> =>
	(await read<Record<ProblemCode, string>>(env, "problems.json"))[code];
