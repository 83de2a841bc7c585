import { sha256 } from "@noble/hashes/sha2.js";

/** A source expression that allows one inline stylesheet or script by its hash (CSP 3, section 2.3.1). */
export const sourceHash = (text: string): string =>
	`'sha256-${btoa(String.fromCharCode(...sha256(new TextEncoder().encode(text))))}'`;

/** The inline stylesheet of plain pages, which load no files. */
export const PLAIN_STYLE = `
body { font: 1.0625rem/1.55 system-ui, sans-serif; max-width: 42rem; margin: 0 auto; padding: 12vh 1.25rem 3rem; color: #1d1e22; background: #f8f8f6; overflow-wrap: anywhere; }
h1 { font-size: 1.75rem; font-weight: 600; line-height: 1.25; text-wrap: balance; } a { color: #2743b5; text-underline-offset: 3px; }
code { font-size: 0.95em; } small { font-size: 1rem; color: #4a4c54; } table { border-collapse: collapse; } td { padding: 0.2rem 0.8rem 0.2rem 0; vertical-align: top; }
@media (prefers-color-scheme: dark) { body { color: #ececef; background: #17181b; } small { color: #c0c2ca; } a { color: #b3c3ff; } }
`;

/** The start of every policy: a page loads only what a later directive allows, submits no form and has no base address. */
const CLOSED = ["default-src 'none'", "base-uri 'none'", "form-action 'none'"];

/** For every response without a policy of its own: plain pages, refusals, documents and data. No site may frame them. */
export const PLAIN_POLICY = [...CLOSED, `style-src ${sourceHash(PLAIN_STYLE)}`, "frame-ancestors 'none'"].join("; ");

/** For the participant's app: it loads only our own files, and only the study's own sites may frame it. */
export const participantPolicy = (framedBy: readonly string[]): string =>
	[
		...CLOSED,
		"script-src 'self'",
		"style-src 'self'",
		"img-src 'self'",
		"connect-src 'self'",
		`frame-ancestors ${framedBy.length > 0 ? framedBy.join(" ") : "'none'"}`,
	].join("; ");

/**
 * For the researchers' dashboard. The plotting library adds the one stylesheet of this hash to each plot. It changes with the
 * library's version; the browser test of the dashboard then fails, and the browser's message has the new one. The protocol
 * editor needs no exception: it stands in a shadow root, where its styles are constructed sheets.
 */
const PLOT_STYLE = "'sha256-+TfQir1nvDucAdvE6XUQBt4ayUjpAWkbw2kCdSfekHM='";

export const dashboardPolicy = [
	...CLOSED,
	"script-src 'self'",
	`style-src 'self' ${PLOT_STYLE}`,
	"img-src 'self'",
	"connect-src 'self'",
	// The participant's app, with the steps of a walk.
	"frame-src 'self'",
	"frame-ancestors 'none'",
].join("; ");
