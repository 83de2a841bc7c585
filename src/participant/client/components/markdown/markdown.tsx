import { Lexer, type MarkedToken, type Token, type Tokens } from "marked";
import { Component, type ComponentChildren } from "preact";
import { withoutHiddenSigns } from "../../../../shared/hidden-signs.ts";
import { texts } from "../../texts/catalogue.ts";
import { CodeBlock } from "./code-block.tsx";
import { Formula } from "./formula.tsx";
import { type MathToken, setAside, withFormulas } from "./maths.ts";
import { decodeEntities, safeUrl } from "./safe-address.ts";

type Props = {
	readonly text: string;
	readonly growing?: boolean;
	/** All headings of a text get this one level, below the heading above it: a reply may begin with its smallest. */
	readonly level?: 2 | 3;
};

const LEXER = { gfm: true, breaks: true } as const;
const MEND = { linkMode: "text-only", images: false, katex: false, inlineKatex: false } as const;

let mend: typeof import("remend").default | null = null;

/** Closes half-written emphasis. Loaded after the first step; a reply that grows without it loads it again. */
export async function loadMend(): Promise<void> {
	mend ??= (await import("remend")).default;
}

/**
 * Markdown as elements, never as HTML: only the tokens listed below become elements, and all others, such as raw HTML,
 * are shown as text. So there is nothing to sanitise, and a growing reply changes only its last block. While it grows,
 * half-written emphasis and links are shown as if they were complete.
 */
export function Markdown({ text, growing = false, level = 3 }: Props) {
	const { text: clean, formulas } = setAside(withoutHiddenSigns(text), growing);
	if (growing && !mend) loadMend().catch(() => {});
	const blocks = Lexer.lex(growing && mend ? mend(clean, MEND) : clean, LEXER);
	return (
		<>
			{withFormulas(blocks, formulas).map((token, place) => (
				<Block key={place} raw={token.raw} token={token} level={level} />
			))}
		</>
	);
}

/** An unchanged block is not rendered again: a reply of 20,000 characters arrives in hundreds of frames. */
class Block extends Component<{ readonly raw: string; readonly token: Token; readonly level: 2 | 3 }> {
	override shouldComponentUpdate(next: { readonly raw: string }): boolean {
		return next.raw !== this.props.raw;
	}

	override render() {
		const { token, level } = this.props;
		return token.type === "heading" ? heading(token, level) : block(token);
	}
}

const isKnown = (token: Token): token is MarkedToken => "type" in token;

function block(token: Token): ComponentChildren {
	if (!isKnown(token)) return null;
	switch (token.type) {
		case "space":
		case "def":
			return null;
		// Inside a quotation or a list. A heading of the page does not belong there.
		case "heading":
			return (
				<p dir="auto">
					<strong>{inline(token.tokens)}</strong>
				</p>
			);
		case "paragraph":
			return <p dir="auto">{inline(token.tokens)}</p>;
		case "blockquote":
			return <blockquote dir="auto">{token.tokens.map(block)}</blockquote>;
		case "code":
			return <CodeBlock text={token.text} language={token.lang?.split(/\s/)[0] ?? ""} />;
		case "hr":
			return <hr />;
		case "list":
			return list(token);
		case "table":
			return table(token);
		case "text":
			return token.tokens ? inline(token.tokens) : decodeEntities(token.text);
		default:
			return <p dir="auto">{token.raw}</p>;
	}
}

function heading(token: Token, level: 2 | 3): ComponentChildren {
	const text = inline("tokens" in token ? token.tokens : undefined);
	return level === 2 ? <h2 dir="auto">{text}</h2> : <h3 dir="auto">{text}</h3>;
}

function list({ ordered, start, items }: Tokens.List): ComponentChildren {
	const entries = items.map((item, place) => (
		<li key={place} dir="auto">
			{item.task ? (item.checked ? "☑ " : "☐ ") : null}
			{item.tokens.map(block)}
		</li>
	));
	return ordered ? <ol start={Number(start) || 1}>{entries}</ol> : <ul>{entries}</ul>;
}

function table({ header, rows }: Tokens.Table): ComponentChildren {
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled in its own box, by keys too.
		<div class="scrolled" tabIndex={0}>
			<table>
				<thead>
					<tr>
						{header.map(({ tokens }, place) => (
							<th key={place} dir="auto">
								{inline(tokens)}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{rows.map((row, at) => (
						<tr key={at}>
							{row.map(({ tokens }, place) => (
								<td key={place} dir="auto">
									{inline(tokens)}
								</td>
							))}
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}

const inline = (tokens: readonly Token[] | undefined): ComponentChildren => (tokens ?? []).map(span);

const isMath = (token: Token | MathToken): token is MathToken => token.type === "math";

function span(token: Token | MathToken): ComponentChildren {
	if (isMath(token)) return <Formula {...token} />;
	if (!isKnown(token)) return null;
	switch (token.type) {
		case "text":
			return token.tokens ? inline(token.tokens) : decodeEntities(token.text);
		case "escape":
			return decodeEntities(token.text);
		case "strong":
			return <strong>{inline(token.tokens)}</strong>;
		case "em":
			return <em>{inline(token.tokens)}</em>;
		case "del":
			return <del>{inline(token.tokens)}</del>;
		case "codespan":
			return <code dir="ltr">{token.text}</code>;
		case "br":
			return <br />;
		case "link":
			return link(token);
		// An image would tell its server who reads which study, so only its description is shown.
		case "image":
			return token.text ? `[${decodeEntities(token.text)}]` : null;
		default:
			return token.raw;
	}
}

function link({ href, tokens, text }: Tokens.Link | Tokens.Generic): ComponentChildren {
	const url = safeUrl(String(href));
	const shown = tokens ? inline(tokens) : String(text);
	if (!url) return shown;
	const place = url.protocol === "mailto:" ? url.pathname : url.host;
	return (
		<a href={url.href} target="_blank" rel="noopener noreferrer nofollow ugc">
			{shown}
			<span class="leaves" aria-hidden="true">
				{" ↗"}
				{String(text).includes(place) ? null : <bdi>{place}</bdi>}
			</span>
			<span class="unseen"> ({texts.opensElsewhere({ host: place })})</span>
		</a>
	);
}
