import { createMiddleware } from "hono/factory";
import { randomBytes } from "../crypto/random-bytes.ts";
import type { AppEnv } from "../env.ts";
import { newId } from "../shared/id.ts";
import { PLAIN_POLICY } from "./content-security-policy.ts";

/** Our own id for every request. One that came in is not trusted: it would end in our log as its sender wrote it. */
export const requestId = createMiddleware<AppEnv>(async function requestId(c, next) {
	c.set("requestId", newId("request", randomBytes));
	await next();
	c.header("X-Request-Id", c.get("requestId"));
});

/** No page of ours asks for any of these, and none that it might show may. */
const NO_SENSORS = "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()";

/** Whatever belongs to a person or a key stays out of every cache. */
const PRIVATE = /^\/(v1|p|s)(\/|$)/;

export const securityHeaders = createMiddleware<AppEnv>(async function securityHeaders(c, next) {
	await next();
	if (!c.res.headers.has("Content-Security-Policy")) c.header("Content-Security-Policy", PLAIN_POLICY);
	c.header("Permissions-Policy", NO_SENSORS);
	c.header("Referrer-Policy", "no-referrer");
	c.header("Strict-Transport-Security", "max-age=31536000");
	c.header("X-Content-Type-Options", "nosniff");
	c.header("X-Robots-Tag", "noindex");
	if (PRIVATE.test(c.req.path)) c.header("Cache-Control", "no-store");
});
