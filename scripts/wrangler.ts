import { refuseWithoutDashes } from "./npm-options.ts";
import { wranglerInTerminal } from "./wrangler-in-terminal.ts";

refuseWithoutDashes("npm run wrangler");

/** `npm run wrangler -- …`: runs wrangler, on a bare machine too. */
process.exitCode = await wranglerInTerminal(...process.argv.slice(2));
