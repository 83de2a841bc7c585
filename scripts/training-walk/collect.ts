import { mkdir, writeFile } from "node:fs/promises";
import { namesOf, SCRIPTED, sendParticipants, sessionsOf } from "../demo/participants.ts";
import { firstStudy } from "./protocols.ts";
import type { Researcher } from "./researcher.ts";
import { COMPLETED, DATA, PEOPLE, QUERY, type Site } from "./site.ts";

export async function collect({ api, researcher, progress }: Site): Promise<void> {
	const names = namesOf("walker", PEOPLE);
	await api.call("POST", "/v1/studies", await firstStudy());
	await researcher.load(
		"prism",
		names.map((participant) => ({ participant, source: SCRIPTED })),
	);
	await api.call("POST", "/v1/studies/prism/open");
	await sendParticipants(api, { study: "prism", names }, progress);
	const completed = await sessionsOf(api, { study: "prism", names });
	await writeFile(COMPLETED, JSON.stringify(completed), { mode: 0o600 });
	await api.call("POST", "/v1/studies/prism/close");
	await download(researcher);
	await researcher.download("/v1/studies/prism/invitations?format=csv", `${DATA}/people.csv`);
	progress.done(`${PEOPLE} scripted participants completed the first study, and it is exported`);
}

const FILES = [
	"preferences.jsonl",
	"preferences.manifest.json",
	"prism_data_user.json",
	"prism_data_dialog.json",
	"prism_split_ids.json",
];

async function download(researcher: Researcher): Promise<void> {
	for (const file of FILES) {
		const folder = file.startsWith("prism_") ? `${DATA}/p-dpo` : DATA;
		await mkdir(folder, { recursive: true });
		await researcher.download(`/v1/studies/prism/exports/${file}?${QUERY}`, `${folder}/${file}`);
	}
}
