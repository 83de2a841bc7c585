import { mkdir, readFile, writeFile } from "node:fs/promises";
import { PROBLEM_DOCS } from "../src/app/problem-docs.ts";
import { buildInto } from "./build-into.ts";

/** Written by `npm run generate`. The Worker serves them from its static files, so that it need not carry the texts. */
const DOCUMENTS = ["openapi.json", "protocol.schema.json"];

await mkdir("public/reference", { recursive: true });
for (const name of DOCUMENTS) {
	const document: unknown = JSON.parse(await readFile(`docs/reference/${name}`, "utf8"));
	await writeFile(`public/reference/${name}`, JSON.stringify(document));
}
await writeFile("public/reference/problems.json", JSON.stringify(PROBLEM_DOCS));
// The main Worker has the hash of the other one, so it is built after it.
await buildInto("dist/research", "vite.research.config.ts");
await buildInto("dist/worker", "vite.worker.config.ts");
