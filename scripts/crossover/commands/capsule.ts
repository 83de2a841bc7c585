import packageJson from "../../../package.json" with { type: "json" };
import { type Command, found, Misuse, numberOf, text } from "../command.ts";

const capsule: Command = {
	name: "capsule",
	summary: "Put an unblinded study into one file, which npm run replay walks again.",
	takes: ["<study>"],
	options: {
		output: { type: "string", means: "the file to write; by default <study>.capsule.zip" },
		draws: { type: "string", means: "bootstrap draws of its report; 2000 by default" },
		seed: { type: "string", means: "the seed of those draws; 1 by default" },
	},
	examples: ["crossover capsule my-study", "crossover capsule my-study --output capsule.zip --draws 500"],
	async run(call) {
		const [study = ""] = call.positionals;
		const draws = numberOf(call.values, "draws") ?? 2000;
		if (!Number.isInteger(draws) || draws < 0) throw new Misuse("--draws is a whole number from 0.");
		// The report's libraries are large, and no other command needs them.
		const { exportsOf, makeCapsule, refusalOf } = await import("../../capsule/make.ts");
		const { zipOfCapsule } = await import("../../capsule/format.ts");
		const read = found((await call.api.GET("/v1/studies/{study}", { params: { path: { study } } })).data);
		const refused = refusalOf(read);
		if (refused !== null) return { data: { missing: refused }, text: refused, code: 1 };
		const path = `/v1/studies/${encodeURIComponent(study)}/exports`;
		const tables = await exportsOf(async (name) => (await call.download(`${path}/${name}.jsonl`)).text());
		const made = makeCapsule({
			...{ study: read, tables, draws, seed: text(call.values, "seed") ?? "1" },
			...{ created: new Date().toISOString(), crossover: packageJson.version },
		});
		if (!made.ok) return { data: { missing: made.error }, text: made.error, code: 1 };
		const output = text(call.values, "output") ?? `${read.slug}.capsule.zip`;
		const bytes = zipOfCapsule(made.value);
		call.world.writeFile(output, bytes);
		return { data: { file: output, bytes: bytes.length }, text: `${output}: ${bytes.length} bytes` };
	},
};

export const CAPSULE_COMMANDS: readonly Command[] = [capsule];
