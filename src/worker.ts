import { createApp } from "./app/app.ts";

export { RateLimitObject } from "./http/limits/rate-limit-object.ts";
export { JudgingObject } from "./judging/run/judging-object.ts";
export { EndpointHealthObject } from "./models/health/endpoint-health-object.ts";
export { UsageLedgerObject } from "./models/usage/usage-ledger-object.ts";
export { AllocatorObject } from "./randomisation/allocator/allocator-object.ts";
export { SessionObject } from "./session/object/session-object.ts";
export { SimulationObject } from "./simulation/run/simulation-object.ts";
export { WatchObject } from "./watch/watch-object.ts";
export { WebhookObject } from "./webhooks/webhook-object.ts";

export default createApp();
