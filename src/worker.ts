import { createApp } from "./app/app.ts";

export { RateLimitObject } from "./http/limits/object.ts";
export { EndpointHealthObject } from "./models/health/object.ts";
export { UsageLedgerObject } from "./models/usage/object.ts";
export { AllocatorObject } from "./randomisation/allocator/allocator-object.ts";
export { SessionObject } from "./session/object/session-object.ts";
export { SimulationObject } from "./simulation/run/simulation-object.ts";
export { WebhookObject } from "./webhooks/webhook-object.ts";

export default createApp();
