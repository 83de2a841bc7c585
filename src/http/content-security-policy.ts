import { sha256 } from "@noble/hashes/sha2.js";

/** A source expression for one inline stylesheet or script (CSP 3, section 2.3.1): the browser applies it and no other. */
export const sourceHash = (text: string): string =>
	`'sha256-${btoa(String.fromCharCode(...sha256(new TextEncoder().encode(text))))}'`;

/** The look of plain pages, which load nothing. */
export const PLAIN_STYLE = `
body { font: 1.0625rem/1.55 system-ui, sans-serif; max-width: 42rem; margin: 0 auto; padding: 12vh 1.25rem 3rem; color: #1d1e22; background: #f8f8f6; overflow-wrap: anywhere; }
h1 { font-size: 1.75rem; font-weight: 600; line-height: 1.25; text-wrap: balance; } a { color: #2743b5; text-underline-offset: 3px; }
code { font-size: 0.95em; } small { font-size: 1rem; color: #4a4c54; } table { border-collapse: collapse; } td { padding: 0.2rem 0.8rem 0.2rem 0; vertical-align: top; }
@media (prefers-color-scheme: dark) { body { color: #ececef; background: #17181b; } small { color: #c0c2ca; } a { color: #b3c3ff; } }
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
