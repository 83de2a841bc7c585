import { createMiddleware } from "hono/factory";
import { randomBytes } from "../crypto/random-bytes.ts";
import type { AppEnv } from "../env.ts";
import { newId } from "../shared/id.ts";
import { PLAIN_POLICY } from "./content-security-policy.ts";

/** Gives each request its time and our own id. An id from the client is ignored, because its text would end up in our log. */
export const requestId = createMiddleware<AppEnv>(async function requestId(c, next) {
	c.set("receivedAtMs", Date.now());
	c.set("requestId", newId("request", randomBytes));
	await next();
	c.header("X-Request-Id", c.get("requestId"));
});

/** Our pages need none of these. The policy also forbids them to any page in a frame. */
const NO_SENSORS = "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()";

/** Responses that belong to a participant or an API key. They must not be cached. */
const PRIVATE = /^\/(v1|p|s|studies)(\/|$)/;

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
