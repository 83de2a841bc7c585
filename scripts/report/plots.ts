import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom";

/** Arms differ by shape and dash first; colour only helps. */
const SYMBOLS = ["circle", "diamond2", "square2", "triangle2", "cross", "star", "wye", "asterisk"] as const;
const DASHES = ["0", "6 3", "2 3", "8 3 2 3", "1 4", "12 4", "4 4", "10 2 2 2 2 2"] as const;
const COLOURS = ["var(--a)", "var(--b)", "var(--c)", "var(--d)", "var(--e)", "var(--f)"] as const;

/** A dot with its interval. `series` decides shape, dash and colour. */
export type Dot = {
	readonly label: string;
	readonly series: string;
	readonly estimate: number;
	readonly lower: number;
	readonly upper: number;
};

type Size = { readonly width: number; readonly font: number };
/** One drawing for phones and one for wider screens: a scaled drawing would have illegible text. */
const SIZES: readonly Size[] = [
	{ width: 330, font: 12 },
	{ width: 460, font: 13 },
];

const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

/** Estimates with intervals, one line for each label, with the series of a label below each other. */
export function dotPlot(
	dots: readonly Dot[],
	{
		axis,
		reference,
		percent = false,
	}: { readonly axis: string; readonly reference: number | null; readonly percent?: boolean },
): string {
	const series = [...new Set(dots.map((dot) => dot.series))];
	const labels = [...new Set(dots.map(({ label }) => label))];
	const step = 22;
	const gap = 16;
	const rows = new Map<Dot, number>();
	let y = 0;
	const middles = new Map<string, number>();
	for (const label of labels) {
		const own = dots.filter((dot) => dot.label === label);
		middles.set(label, y + ((own.length - 1) * step) / 2);
		for (const dot of own) {
			rows.set(dot, y);
			y += step;
		}
		y += gap;
	}
	const bottom = y - gap;
	const legend = series.length > 1 ? legendHtml(series) : "";
	return drawn((size) => {
		const longest = Math.max(...labels.map((label) => label.length));
		const marginLeft = Math.min(size.width * 0.46, 14 + longest * size.font * 0.56);
		const characters = Math.floor((marginLeft - 10) / (size.font * 0.54));
		return Plot.plot({
			document: documentOf(),
			width: size.width,
			height: bottom + 62,
			marginLeft,
			marginRight: 18,
			marginTop: 14,
			marginBottom: 40,
			style: plain(size),
			x: {
				label: axis,
				labelAnchor: "center",
				labelArrow: "none",
				nice: true,
				ticks: size.width / 75,
				...(percent ? { tickFormat: "%" } : {}),
			},
			y: { axis: null, domain: [bottom - step / 2 - 2, -step / 2 - 2] },
			marks: [
				Plot.gridX({ stroke: "var(--line)", strokeOpacity: 1, ticks: size.width / 75 }),
				...(reference === null ? [] : [Plot.ruleX([reference], { stroke: "var(--ink)", strokeDasharray: "3 3" })]),
				...series.flatMap((name, index) => {
					const own = dots.filter((dot) => dot.series === name);
					const stroke = at(COLOURS, index);
					return [
						Plot.ruleY(own, { y: (dot: Dot) => rows.get(dot) ?? 0, x1: "lower", x2: "upper", stroke, strokeWidth: 2 }),
						Plot.dot(own, {
							x: "estimate",
							y: (dot: Dot) => rows.get(dot) ?? 0,
							symbol: at(SYMBOLS, index),
							r: 5,
							stroke,
							fill: index === 0 ? stroke : "var(--card)",
							strokeWidth: 2,
						}),
					];
				}),
				Plot.text(labels, {
					y: (label: string) => middles.get(label) ?? 0,
					text: (label: string) => shortened(label, characters),
					frameAnchor: "left",
					dx: -marginLeft + 2,
					textAnchor: "start",
					fill: "var(--ink)",
				}),
			],
		});
	}, legend);
}

export type Point = {
	readonly series: string;
	readonly at: number;
	readonly estimate: number;
	readonly lower: number;
	readonly upper: number;
};

/** Lines over periods or turns, one per series, moved apart a little so that intervals do not overlap. */
export function coursePlot(points: readonly Point[], { x, y }: { readonly x: string; readonly y: string }): string {
	const series = [...new Set(points.map((point) => point.series))];
	const places = [...new Set(points.map(({ at: place }) => place))].sort((one, other) => one - other);
	const shift = (name: string): number => (series.indexOf(name) - (series.length - 1) / 2) * 0.09;
	return drawn(
		(size) =>
			Plot.plot({
				document: documentOf(),
				width: size.width,
				height: 270,
				marginLeft: 46,
				marginRight: 14,
				marginTop: 24,
				marginBottom: 40,
				style: plain(size),
				x: {
					label: x,
					labelAnchor: "center",
					labelArrow: "none",
					ticks: places,
					tickFormat: "d",
					domain: [(places[0] ?? 1) - 0.4, (places.at(-1) ?? 1) + 0.4],
				},
				y: { label: y, labelArrow: "none", nice: true, ticks: 5 },
				marks: [
					Plot.gridY({ stroke: "var(--line)", strokeOpacity: 1, ticks: 5 }),
					...series.flatMap((name, index) => {
						const own = points.filter((point) => point.series === name);
						const stroke = at(COLOURS, index);
						const place = (point: Point): number => point.at + shift(name);
						return [
							Plot.ruleX(own, { x: place, y1: "lower", y2: "upper", stroke, strokeWidth: 1.5 }),
							Plot.line(own, { x: place, y: "estimate", stroke, strokeWidth: 2, strokeDasharray: at(DASHES, index) }),
							Plot.dot(own, {
								x: place,
								y: "estimate",
								symbol: at(SYMBOLS, index),
								r: 4.5,
								stroke,
								fill: index === 0 ? stroke : "var(--card)",
								strokeWidth: 2,
							}),
						];
					}),
				],
			}),
		series.length > 1 ? legendHtml(series) : "",
	);
}

/** The shape of each series. Small separate drawings, so that it wraps on a phone. */
function legendHtml(series: readonly string[]): string {
	const items = series.map((name, index) => {
		const svg = Plot.plot({
			document: documentOf(),
			width: 34,
			height: 16,
			margin: 0,
			axis: null,
			x: { domain: [0, 1] },
			y: { domain: [0, 1] },
			marks: [
				Plot.line(
					[
						[0, 0.5],
						[1, 0.5],
					],
					{ stroke: at(COLOURS, index), strokeWidth: 2, strokeDasharray: at(DASHES, index) },
				),
				Plot.dot([[0.5, 0.5]], {
					symbol: at(SYMBOLS, index),
					r: 4.5,
					stroke: at(COLOURS, index),
					fill: index === 0 ? at(COLOURS, index) : "var(--card)",
					strokeWidth: 2,
				}),
			],
		});
		svg.setAttribute("aria-hidden", "true");
		return `<li>${svg.outerHTML}${escaped(name)}</li>`;
	});
	return `<ul class="legend">${items.join("")}</ul>`;
}

/** The used parts of an SVG element: scripts are checked without browser types. */
type Drawing = { readonly outerHTML: string; readonly setAttribute: (name: string, value: string) => void };

const documentOf = () => parseHTML("<!doctype html><html><body></body></html>").document as never;

const plain = ({ font }: Size) => ({
	background: "none",
	color: "var(--ink)",
	fontSize: `${font}px`,
	fontFamily: "inherit",
});

/** Both sizes; the style sheet shows the one that fits. For screen readers, the table beside it has the same numbers. */
function drawn(draw: (size: Size) => Drawing, legend: string): string {
	const drawings = SIZES.map((size, index) => {
		const svg = draw(size);
		svg.setAttribute("class", index === 0 ? "narrow" : "wide");
		svg.setAttribute("aria-hidden", "true");
		return svg.outerHTML;
	});
	return `${legend}${drawings.join("")}`;
}

const shortened = (text: string, characters: number): string =>
	text.length <= characters ? text : `${text.slice(0, Math.max(1, characters - 1))}…`;

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
