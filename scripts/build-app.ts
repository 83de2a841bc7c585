import { refuseBareDeployment } from "./bare-deployment.ts";
import { buildInto } from "./build-into.ts";

refuseBareDeployment();

/** The participant's app and the researchers' dashboard, by the folder that serves each. */
const APPS = { "public/app": "vite.config.ts", "public/dashboard": "vite.dashboard.config.ts" };

for (const [folder, configFile] of Object.entries(APPS)) await buildInto(folder, configFile);
