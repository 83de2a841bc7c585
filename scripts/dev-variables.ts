import { ensureDevVariables } from "./local-identity-key.ts";

/** Before `npm run dev`: gives the Worker on this machine its secret. */
await ensureDevVariables();
