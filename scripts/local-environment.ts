import { WITHOUT_TRACES } from "./local-traces.ts";
import { rootCertificates } from "./root-certificates.ts";

/** The environment of every wrangler process. */
export const localEnvironment = (): NodeJS.ProcessEnv => ({
	...process.env,
	...WITHOUT_TRACES,
	...rootCertificates(),
});
