import { html } from "hono/html";
import { page } from "../../http/plain-page.ts";
import type { Field } from "../field.ts";
import type { Row } from "../table.ts";
import type { Codebook } from "./codebook.ts";

type Html = ReturnType<typeof page>;

/** The codebook to read: plain, light and dark, at any width. It loads no files. */
export const codebookPage = (codebook: Codebook, lang: string): Html =>
	page(
		`Codebook: ${codebook.title}`,
		html`<h1>Codebook: ${codebook.title}</h1>
<p><small>Study <code>${codebook.study}</code>, protocol <code>${codebook.protocolHash}</code></small></p>
<p><a href="#questions">Questions</a> · <a href="#conversations">Conversations</a> · <a href="#tables">Tables</a> · <a href="#missing">Missing values</a></p>
<h2 id="questions">Questions</h2>
${formsOf(codebook.questions).map(([title, rows]) => html`<h3 lang="${lang}">${title}</h3>${rows.map((row) => question(row, lang))}`)}
<h2 id="conversations">Conversations</h2>
${codebook.conversations.map((each) => conversation(each, lang))}
<h2 id="tables">Tables</h2>
${codebook.tables.map(table)}
<h2 id="missing">Missing values</h2>
<dl>${codebook.missing.map(({ where, rule }) => html`<dt>${where}</dt><dd>${rule}</dd>`)}</dl>`,
	);

function formsOf(questions: readonly Row[]): [title: string, rows: Row[]][] {
	const forms = new Map<string, [string, Row[]]>();
	for (const row of questions) {
		const [, rows] = forms.get(String(row.form)) ?? [];
		if (rows) rows.push(row);
		else forms.set(String(row.form), [String(row.form_title), [row]]);
	}
	return [...forms.values()];
}

function question(row: Row, lang: string): Html {
	const facts = [
		String(row.kind),
		row.required ? null : "optional",
		row.per_conversation ? "asked about each conversation" : null,
		row.not_applicable ? "“does not apply” is offered" : null,
		row.max_length === null ? null : `at most ${row.max_length} characters`,
		row.right_answer === null ? null : `attention check: ${text(row.right_answer)} passes`,
		row.show_if === null ? null : `asked only if ${text(row.show_if)}`,
	].filter((fact) => fact !== null);
	return html`<p><code>${row.form}.${row.item}</code><br><strong lang="${lang}">${row.question}</strong>${
		row.help === null ? "" : html`<br><span lang="${lang}">${row.help}</span>`
	}<br><small>${facts.join(" · ")}</small></p>${scale(row, lang)}${options(row.options, lang)}`;
}

const text = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));

function scale({ min, max, scale_step, min_label, max_label }: Row, lang: string): Html | "" {
	if (min === null && max === null) return "";
	const step = scale_step === null ? "" : `, in steps of ${scale_step}`;
	const end = (value: unknown, label: unknown) =>
		html`${value ?? "any"}${label === null ? "" : html` <span lang="${lang}">(${label})</span>`}`;
	return html`<p>${end(min, min_label)} to ${end(max, max_label)}${step}</p>`;
}

type Option = { readonly value: string; readonly label: string };

const options = (list: unknown, lang: string): Html | "" =>
	Array.isArray(list)
		? html`<table>${list.map(({ value, label }: Option) => html`<tr><td><code>${value}</code></td><td lang="${lang}">${label}</td></tr>`)}</table>`
		: "";

const conversation = (
	{ id, title, instructions, layout, turns, scale: rated }: Codebook["conversations"][number],
	lang: string,
): Html =>
	html`<h3><code>${id}</code> <span lang="${lang}">${title}</span></h3>
<p lang="${lang}">${instructions}</p>
<p><small>${layout} · ${turns.min} to ${turns.max} messages${
		rated ? ` · replies are rated from ${rated.min} (${rated.minLabel}) to ${rated.max} (${rated.maxLabel})` : ""
	}</small></p>`;

const table = ({ name, title, fields, key }: Codebook["tables"][number]): Html =>
	html`<h3><code>${name}</code></h3>
<p>${title}.${key ? html` Key: <code>${key.join(", ")}</code>.` : ""}</p>
<dl>${fields.map(column)}</dl>`;

const column = ({ name, type, description, unit }: Field): Html =>
	html`<dt><code>${name}</code> <small>${type}${unit ? `, ${unit}` : ""}</small></dt><dd>${description}</dd>`;
