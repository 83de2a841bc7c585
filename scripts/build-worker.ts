import { buildInto } from "./build-into.ts";

await buildInto("dist/worker", "vite.worker.config.ts");
