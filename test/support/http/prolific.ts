import { createExecutionContext, env } from "cloudflare:test";
import { type CryptoKey, exportJWK, generateKeyPair, SignJWT } from "jose";
import { inject } from "vitest";
import { createApp } from "../../../src/app/app.ts";

const HOST = "https://crossover.test";

export type SigningKey = { readonly kid: string; readonly privateKey: CryptoKey; readonly publicKey: CryptoKey };

export async function signingKey(kid: string): Promise<SigningKey> {
	return { kid, ...(await generateKeyPair("RS256")) };
}

type Parameters = Readonly<Record<string, string>>;

export type Signing = {
	readonly parameters: Parameters;
	readonly slug: string;
	/** Replace claims of the payload. */
	readonly claims?: object;
	readonly header?: object;
	readonly ageS?: number;
};

/** A token as Prolific issues it for a link with these parameters. */
export async function tokenFor(key: SigningKey, { parameters, slug, claims, header, ageS = 1 }: Signing) {
	const iat = Math.floor(Date.now() / 1000) - ageS;
	const payload = {
		iss: "https://www.prolific.com",
		iat,
		exp: iat + 120,
		aud: `${HOST}/p/${slug}?${new URLSearchParams(parameters)}`,
		sub: parameters.SESSION_ID ?? "",
		prolific: { ...parameters, workspace_id: "w1" },
		...claims,
	};
	const signed = new SignJWT(payload).setProtectedHeader({ alg: "RS256", kid: key.kid, typ: "JWT", ...header });
	return signed.sign(key.privateKey, { crit: { "urn:x": true } });
}

/** A simulated Prolific with its own key set, and a Worker configured for it. */
export class Prolific {
	readonly #url: string;
	readonly #app = createApp();

	constructor(name: string) {
		this.#url = `${inject("prolificUrl")}/${name}`;
	}

	async publish(...keys: readonly SigningKey[]): Promise<void> {
		const jwks = await Promise.all(
			keys.map(async ({ kid, publicKey }) => ({ ...(await exportJWK(publicKey)), kid, alg: "RS256", use: "sig" })),
		);
		await this.#put(200, JSON.stringify({ keys: jwks }));
	}

	fail(status = 500): Promise<void> {
		return this.#put(status, "");
	}

	async #put(status: number, body: string): Promise<void> {
		await fetch(this.#url, { method: "PUT", body: JSON.stringify({ status, body }) });
	}

	/** How often the Worker has fetched the keys. */
	async asked(): Promise<number> {
		return Number(await (await fetch(`${this.#url}/asked`)).text());
	}

	async land(slug: string, parameters: Parameters, headers: Record<string, string> = {}): Promise<Response> {
		const ctx = createExecutionContext();
		const request = new Request(`${HOST}/p/${slug}?${new URLSearchParams(parameters)}`, {
			headers,
			redirect: "manual",
		});
		return this.#app.fetch(request, { ...env, PROLIFIC_JWKS_URL: this.#url }, ctx);
	}
}
