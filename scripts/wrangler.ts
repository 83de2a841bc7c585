import { wranglerInTerminal } from "./wrangler-in-terminal.ts";

/** `npm run wrangler -- …`: runs wrangler, on a bare machine too. */
process.exitCode = await wranglerInTerminal(...process.argv.slice(2));
