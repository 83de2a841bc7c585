import { createApp } from "./web/app.ts";

export { RateLimitObject } from "./access/limits/object.ts";
export { EndpointHealthObject } from "./models/health/object.ts";
export { UsageLedgerObject } from "./models/usage/object.ts";
export { AllocatorObject } from "./randomisation/object.ts";
export { SessionObject } from "./session/object.ts";

export default createApp();
