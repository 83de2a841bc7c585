import { changesUnnamed, whichEnvironment } from "./environments.ts";
import { refuseWithoutDashes } from "./npm-options.ts";
import { wranglerInTerminal } from "./wrangler-in-terminal.ts";

refuseWithoutDashes();
const words = process.argv.slice(2);
if (changesUnnamed(words) && process.env.CLOUDFLARE_ENV === undefined) {
	// Wrangler takes a second to load.
	const { environmentsOf } = await import("./configured-environments.ts");
	const environments = environmentsOf();
	if (environments.length > 1) {
		process.stderr.write(`${whichEnvironment(`npm run wrangler -- ${words.join(" ")}`, environments)}\n`);
		process.exit(1);
	}
}

/** `npm run wrangler -- …`: runs wrangler, on a bare machine too. */
process.exitCode = await wranglerInTerminal(...words);
