import { writeFile } from "node:fs/promises";
import { DemoError } from "../demo/demo-error.ts";

/** The tutorial's curl calls: sends lines, downloads files. */
export class Researcher {
	readonly #api: string;
	readonly #key: string;

	constructor(api: string, key: string) {
		this.#api = api;
		this.#key = key;
	}

	async load(study: string, lines: readonly object[]): Promise<void> {
		const body = lines.map((line) => `${JSON.stringify(line)}\n`).join("");
		await this.#fetch(`/v1/studies/${study}/profiles`, { method: "POST", body, type: "application/jsonl" });
	}

	async put(path: string, body: object): Promise<void> {
		await this.#fetch(path, { method: "PUT", body: JSON.stringify(body), type: "application/json" });
	}

	async download(path: string, target: string): Promise<void> {
		await writeFile(target, await this.text(path));
	}

	async text(path: string): Promise<string> {
		return (await this.#fetch(path, { method: "GET" })).text();
	}

	/** The objects of a file in JSON lines. */
	async lines(path: string): Promise<readonly Record<string, unknown>[]> {
		const text = await this.text(path);
		return text.split("\n").flatMap((line) => (line === "" ? [] : [JSON.parse(line) as Record<string, unknown>]));
	}

	async #fetch(path: string, { method, body, type }: { method: string; body?: string; type?: string }) {
		const response = await fetch(this.#api + path, {
			method,
			headers: { Authorization: `Bearer ${this.#key}`, ...(type && { "Content-Type": type }) },
			...(body !== undefined && { body }),
		});
		if (!response.ok) throw new DemoError(`${method} ${path} was refused.\n${await response.text()}`);
		return response;
	}
}
