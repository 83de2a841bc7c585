import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { TABLES } from "../../../src/export/catalogue.ts";
import type { DataPackage } from "../../../src/export/datapackage.ts";
import { parseProtocol, protocolHash } from "../../../src/protocol/parse/parse.ts";
import { closeAndUnblind } from "../../support/blinding/unblind.ts";
import { breakD1 } from "../../support/faults/d1-faults.ts";
import { keyWith, problemIn, send } from "../../support/http/http.ts";
import { enrol, openStudy, walk } from "../../support/http/participant.ts";
import { filesOf } from "../../support/http/stored-zip.ts";
import { drain, fetchWorker, KEY } from "../../support/http/worker.ts";
import { ARM_IDS, smallStudy } from "../../support/protocols/small-study.ts";

const SLUG = "whole-package";
const EXPORTS = `/v1/studies/${SLUG}/exports`;
const PSYCH_DS = /^data\/([a-z]+-[a-zA-Z0-9]+)(_[a-z]+-[a-zA-Z0-9]+)*_data\.csv$/;

type Package = {
	readonly text: (name: string) => string;
	readonly names: string[];
	readonly bytes: (name: string) => Uint8Array;
};

async function download(query = ""): Promise<Package> {
	const response = await send(`${EXPORTS}/all.zip${query}`);
	expect(response.headers.get("Content-Type")).toBe("application/zip");
	const files = filesOf(new Uint8Array(await response.arrayBuffer()));
	const bytes = (name: string) => {
		const found = files.get(name);
		if (!found) throw new Error(`the package has no ${name}`);
		return found;
	};
	return { names: [...files.keys()], bytes, text: (name) => new TextDecoder().decode(bytes(name)) };
}

let blinded: Package;
let described: DataPackage;

beforeAll(async () => {
	await openStudy(fetchWorker, KEY, smallStudy({ slug: SLUG }));
	for (const source of ["test", "pilot"]) {
		const who = await enrol(fetchWorker, KEY, SLUG, "somebody", { source });
		await walk(fetchWorker, who);
		await drain(who.session);
	}
	const declines = await enrol(fetchWorker, KEY, SLUG, "declines");
	await walk(fetchWorker, declines, undefined, () => ({ accept: false }));
	await drain(declines.session);
	blinded = await download();
	described = JSON.parse(blinded.text("datapackage.json"));
});

describe("the data package", () => {
	it("has every table, described with its rows, bytes and SHA-256", () => {
		expect(described.resources.map(({ name }) => name)).toEqual(TABLES.map(({ name }) => name));
		for (const { path, rows, bytes, hash } of described.resources) {
			const file = blinded.bytes(path);
			expect(file.length, path).toBe(bytes);
			expect(hash, path).toBe(`sha256:${bytesToHex(sha256(file))}`);
			expect(rows, path).toBeGreaterThanOrEqual(0);
		}
		expect(described.resources.find(({ name }) => name === "sessions")?.rows).toBe(3);
	});

	it("has the same files as the single exports", async () => {
		for (const { name, path } of described.resources) {
			const single = new Uint8Array(await (await send(`${EXPORTS}/${name}.csv`)).arrayBuffer());
			expect(bytesToHex(sha256(single)), name).toBe(bytesToHex(sha256(blinded.bytes(path))));
		}
	});

	it("names keys that identify each row, and references to rows that exist", () => {
		const columnsOf = (path: string, names: readonly string[]) => {
			const [head = "", ...lines] = blinded.text(path).trimEnd().split("\r\n");
			const places = names.map((name) => head.split(",").indexOf(`"${name}"`));
			return lines.map((line) => places.map((place) => line.split(",")[place]).join());
		};
		const pathOf = (name: string) => described.resources.find((each) => each.name === name)?.path ?? "";
		let [keys, references] = [0, 0];
		for (const { name, path, schema } of described.resources) {
			// The texts of these tables have commas.
			if (["transcripts", "items", "allocations", "answers"].includes(name)) continue;
			if (schema?.primaryKey) {
				const values = columnsOf(path, schema.primaryKey);
				expect(new Set(values).size, name).toBe(values.length);
				keys += 1;
			}
			for (const { fields, reference } of schema?.foreignKeys ?? []) {
				const known = new Set(columnsOf(pathOf(reference.resource), reference.fields));
				expect(columnsOf(path, fields).filter((value) => value !== "" && !known.has(value))).toEqual([]);
				references += 1;
			}
		}
		expect([keys, references]).toEqual([7, 17]);
	});

	it("follows Psych-DS: names of files, and every column described once", () => {
		const data = blinded.names.filter((name) => name.startsWith("data/"));
		expect(data).toHaveLength(TABLES.length);
		expect(data.filter((name) => !PSYCH_DS.test(name))).toEqual([]);
		const description = JSON.parse(blinded.text("dataset_description.json"));
		expect(description).toMatchObject({
			"@type": "Dataset",
			name: "Two assistants",
			schemaVersion: expect.any(String),
		});
		const variables: string[] = description.variableMeasured.map(({ name }: { name: string }) => name);
		expect(new Set(variables).size).toBe(variables.length);
		const columns = data.flatMap((name) => blinded.text(name).split("\r\n")[0]?.replaceAll('"', "").split(",") ?? []);
		expect(columns.filter((name) => !variables.includes(name))).toEqual([]);
		expect(blinded.names).toEqual(expect.arrayContaining(["README.md", "CHANGES.md", "datapackage.json"]));
	});

	it("has the words and scales of questions, and the rules of missing values", () => {
		const codebook = JSON.parse(blinded.text("documentation/codebook.json"));
		const overall = codebook.questions.find(({ item }: { item: string }) => item === "overall");
		expect(overall).toMatchObject({
			question: "Overall",
			min: 0,
			max: 100,
			min_label: "Terrible",
			max_label: "Perfect",
			per_conversation: true,
		});
		const check = codebook.questions.find(({ item }: { item: string }) => item === "check");
		expect(check).toMatchObject({
			right_answer: "second",
			options: [
				{ value: "first", label: "first" },
				{ value: "second", label: "second" },
			],
		});
		expect(codebook.missing.length).toBeGreaterThan(5);
		expect(blinded.text("README.md")).toContain("## Missing values");
		const fields = codebook.tables.flatMap(({ fields: all }: { fields: { name: string; unit?: string }[] }) => all);
		expect(fields.find(({ name }: { name: string }) => name === "elapsed_ms")).toMatchObject({ unit: "milliseconds" });
	});

	it("has only the requested pool and status in tables that have them", async () => {
		const part = await download("?pool=live&status=completed");
		const { resources, ...head } = JSON.parse(part.text("datapackage.json")) as DataPackage;
		expect(head).toMatchObject({ pool: "live", status: "completed" });
		const rowsOf = (name: string) => resources.find((each) => each.name === name)?.rows;
		expect([rowsOf("sessions"), rowsOf("conversations"), rowsOf("flow")]).toEqual([1, 2, 1]);
	});

	it("names arms only after unblinding", async () => {
		const part = JSON.parse(blinded.text("documentation/protocol-blinded.json"));
		expect(part).toMatchObject({
			protocolHash: described.protocolHash,
			arms: [{ id: "arm 1" }, { id: "arm 2" }],
			conversations: [{ id: "chat" }],
		});
		expect(Object.keys(part)).not.toContain("models");
		expect(blinded.names).not.toContain("documentation/protocol.json");
		const everything = (of: Package) => of.names.map(of.text).join("\n");
		for (const arm of ARM_IDS) expect(everything(blinded)).not.toContain(arm);
		await closeAndUnblind(SLUG);
		const unblinded = await download();
		for (const arm of ARM_IDS)
			expect(unblinded.text(described.resources.find(({ name }) => name === "ratings")?.path ?? "")).toContain(arm);
		expect(JSON.parse(unblinded.text("datapackage.json"))).toMatchObject({ blinded: false });
		expect(unblinded.text("CHANGES.md")).toContain("was unblinded");
		const whole = parseProtocol(JSON.parse(unblinded.text("documentation/protocol.json")));
		expect(whole.ok && protocolHash(whole.value)).toBe(described.protocolHash);
	});

	it("needs the scope data:read, and refuses an unknown pool", async () => {
		const other = await keyWith("studies:read");
		expect((await send(`${EXPORTS}/all.zip`, { key: other })).status).toBe(403);
		expect((await problemIn(await send(`${EXPORTS}/all.zip?pool=mine`))).pointers).toEqual(["/pool"]);
	});
});

describe.each(["all.zip", "answers.csv"])("%s, when D1 fails in the middle", (file) => {
	it("breaks off, and the log has neither a query nor an id", async () => {
		const logged = vi.spyOn(console, "error").mockImplementation(() => {});
		onTestFinished(() => logged.mockRestore());
		const response = await send(`${EXPORTS}/${file}`);
		breakD1("down");
		await expect(response.arrayBuffer()).rejects.toThrow(/^an export broke off$/);
		const lines = logged.mock.calls.map(([line]) => String(line));
		expect(lines.map((line) => JSON.parse(line).event)).toEqual(["export_broke_off"]);
		expect(lines.join()).not.toMatch(/select|params|sy_|se_/i);
	});
});

describe("the codebook's page", () => {
	it("has questions with their words, options and scales, and no word from the study as markup", async () => {
		const slug = "codebook-markup";
		const forms = smallStudy({ slug }).forms;
		const items = [{ id: "odd", kind: "text" as const, label: "<script>alert(1)</script> & more?", required: false }];
		await openStudy(
			fetchWorker,
			KEY,
			smallStudy({ slug, forms: { ...forms, experience: { title: "<b>Odd</b>", items } } }),
		);
		const response = await send(`/v1/studies/${slug}/exports/codebook.html`);
		expect(response.headers.get("Content-Type")).toContain("text/html");
		const html = await response.text();
		expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt; &amp; more?");
		expect(html).not.toContain("<script>");
		expect(html).not.toContain("<b>Odd");
		for (const word of ["Take the second.", "experience.odd", "attention check: second passes", "A conversation"])
			expect(html).toContain(word);
		expect(html).not.toContain("[object");
	});
});
