import { escapeUTF8 as escaped } from "entities/escape";
import type { Report } from "../report-data.ts";
import { contrastHtml } from "./contrast-html.ts";
import { flowHtml } from "./flow-html.ts";
import { REPORT_STYLE } from "./style.ts";
import { summaryHtml } from "./summary-html.ts";
import { csvLink, tableHtml } from "./table-html.ts";
import type { ReportTable } from "./tables/report-table.ts";
import { reportTables } from "./tables/report-tables.ts";

/** A drawing that the caller made, as SVG: the Worker makes none. */
export type Figure = {
	readonly id: string;
	readonly section: SectionId;
	readonly title: string;
	readonly caption: string;
	readonly svg: string;
};

export type SectionId = "ratings" | "rankings" | "replies" | "answers" | "checks" | "simulators" | "usage";

const SECTIONS: readonly { readonly id: SectionId; readonly title: string; readonly tables: readonly string[] }[] = [
	{ id: "ratings", title: "Ratings", tables: ["rating-means", "rating-effects", "rating-models", "trajectories"] },
	{
		id: "rankings",
		title: "Rankings and choices",
		tables: ["worths", "ranking-covariates", "ranking-contrasts", "win-rates"],
	},
	{ id: "answers", title: "Other answers", tables: ["other-answers"] },
	{
		id: "replies",
		title: "Replies: length, style and what judges scored",
		tables: ["what-buys", "reply-means", "judgements", "judge-agreement"],
	},
	{
		id: "checks",
		title: "Checks of the design",
		tables: [
			"design-tests",
			"attrition-by-arm",
			"attrition-by-period",
			"missing-answers",
			"blinding",
			"sequences",
			"positions",
			"reply-times",
			"deviations",
		],
	},
	{
		id: "simulators",
		title: "People and simulations",
		tables: [
			"simulators",
			"position-shares",
			"simulated-outcomes",
			"simulated-texts",
			"simulated-judged",
			"simulated-features",
			"simulated-courses",
			"simulated-trajectories",
		],
	},
	{ id: "usage", title: "Tokens and cost", tables: ["usage", "gains"] },
];

/** The report as one page without a script and without another file. The whole report stands in it as JSON too. */
export function reportPage(report: Report, figures: readonly Figure[] = []): string {
	const { study } = report;
	const tables = reportTables(report);
	const sections = SECTIONS.map((section) => sectionHtml(section, report, tables, figures));
	// A closing tag within a text would end the script element.
	const json = JSON.stringify(report).replaceAll("<", "\\u003c");
	return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(study.title)}: report</title>
<style>${REPORT_STYLE}</style>
</head>
<body><main>
<header>
<p class="state">${report.blinded ? "Blinded: arms are named by labels" : "Unblinded: arms are named"}</p>
<h1>${escaped(study.title)}</h1>
${facts(report)}
${prespecified(report)}
<nav aria-label="Sections"><ul><li><a href="#flow">Participants</a></li>${SECTIONS.map(({ id, title }) => `<li><a href="#${id}">${title}</a></li>`).join("")}<li><a href="#methods">Methods</a></li><li><a href="#data">Data</a></li></ul></nav>
</header>
<h2 id="flow">Participants</h2>
${flowHtml(report)}
${sections.join("\n")}
<h2 id="methods">Methods</h2>
${report.methods.map((text) => `<p>${escaped(text)}</p>`).join("")}
<h2 id="data">Data of this report</h2>
<p><a download="${escaped(study.slug)}-report.json" href="data:application/json;charset=utf-8,${encodeURIComponent(JSON.stringify(report))}">The whole report as JSON</a>, and its tables as CSV: ${tables.map(csvLink).join(", ")}.</p>
<p class="about">Protocol ${escaped(study.protocolHash)}. Data of ${escaped(study.created)}. Seed ${escaped(study.seed)}, ${study.draws} bootstrap draws. ${report.format}.</p>
</main>
<script type="application/json" id="report">${json}</script>
</body>
</html>
`;
}

function facts({ study, ratings }: Report): string {
	const outcomes = new Set(ratings.models.map(({ outcome }) => outcome)).size;
	const items: (readonly [number | string, string])[] = [
		[study.randomised, "randomised"],
		[study.completed, "completed"],
		[study.conversations, "conversations"],
		[outcomes, outcomes === 1 ? "rated outcome" : "rated outcomes"],
	];
	return `<ul class="facts">${items.map(([n, text]) => `<li><b>${n}</b> ${text}</li>`).join("")}<li>pool ${study.pool}</li></ul>`;
}

function prespecified({ study, ratings, rankings }: Report): string {
	if (study.prespecified === null)
		return `<p class="notice">This source has no protocol, so the report cannot tell which analyses were prespecified.</p>`;
	if (study.prespecified === 0)
		return `<p class="notice">The protocol prespecifies no analysis. All results below are exploratory.</p>`;
	const names = [
		...ratings.models.filter(({ given }) => given === "prespecified").map(({ id, formula }) => `${id}: ${formula}`),
		...new Set(
			rankings.worths.filter(({ given }) => given === "prespecified").map(({ question }) => `ranking ${question}`),
		),
	];
	return `<p class="notice">Prespecified in the protocol: ${names.map(escaped).join("; ")}. All other results are exploratory.</p>`;
}

function sectionHtml(
	{ id, title, tables: names }: (typeof SECTIONS)[number],
	report: Report,
	tables: readonly ReportTable[],
	figures: readonly Figure[],
): string {
	const own = figures.filter(({ section }) => section === id);
	const drawn = own.length > 0 ? `<div class="figures">${own.map(figureHtml).join("")}</div>` : "";
	const found = names.flatMap((name) => tables.filter((table) => table.name === name));
	const first = FIRST[id]?.(report) ?? "";
	const reason = found.length === 0 && first === "" ? `<p class="missing">${escaped(whyEmpty(id, report))}</p>` : "";
	return `<h2 id="${id}">${title}</h2>${drawn}${first}${found.map(tableHtml).join("")}${reason}`;
}

/** What stands above a section's tables. */
const FIRST: Readonly<Partial<Record<SectionId, (report: Report) => string>>> = {
	ratings: ({ ratings }) => contrastHtml(ratings),
	replies: ({ replies }) => contrastHtml(replies),
	simulators: summaryHtml,
};

function whyEmpty(id: SectionId, { simulators, usage }: Report): string {
	if (id === "simulators" && "missing" in simulators) return simulators.missing;
	if (id === "replies") return "There are no replies in this pool.";
	if (id === "usage" && "missing" in usage) return usage.missing;
	return "There are no answers of this kind in this pool.";
}

const figureHtml = ({ id, title, caption, svg }: Figure): string =>
	`<figure id="figure-${id}"><h3>${escaped(title)}</h3>${svg}<figcaption>${escaped(caption)}</figcaption></figure>`;
