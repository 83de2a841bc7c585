import { sha256 } from "@noble/hashes/sha2.js";

/** A source expression for one inline stylesheet or script (CSP 3, section 2.3.1): the browser applies it and no other. */
export const sourceHash = (text: string): string =>
	`'sha256-${btoa(String.fromCharCode(...sha256(new TextEncoder().encode(text))))}'`;

/** The look of plain pages, which load nothing. */
export const PLAIN_STYLE = `
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 46rem; margin: 3rem auto; padding: 0 1rem; color: #1b1b1f; background: #fff; }
code { font-size: 0.95em; } small { color: #595966; } table { border-collapse: collapse; } td { padding: 0.2rem 0.8rem 0.2rem 0; vertical-align: top; }
@media (prefers-color-scheme: dark) { body { color: #ececf1; background: #17171a; } small { color: #a5a5b3; } a { color: #9db9ff; } }
`;

/** What every page has in common: nothing is loaded unless a directive allows it, and a page submits and rebases nothing. */
const CLOSED = ["default-src 'none'", "base-uri 'none'", "form-action 'none'"];

/** For every answer that sets no policy of its own: plain pages, refusals, documents and data. Nobody may frame them. */
export const PLAIN_POLICY = [...CLOSED, `style-src ${sourceHash(PLAIN_STYLE)}`, "frame-ancestors 'none'"].join("; ");

/** The participant's app: our own files, framed by the study's own sites alone. */
export const participantPolicy = (framedBy: readonly string[]): string =>
	[
		...CLOSED,
		"script-src 'self'",
		"style-src 'self'",
		"img-src 'self'",
		"connect-src 'self'",
		`frame-ancestors ${framedBy.length > 0 ? framedBy.join(" ") : "'none'"}`,
	].join("; ");
