import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { CopyButton } from "../copy-button.tsx";
import { type Cell, type Order, sorted } from "./sort.ts";
import { csvOf, tabbed } from "./texts.ts";

export type Column<R> = {
	readonly name: string;
	readonly means: string;
	readonly value: (row: R) => Cell;
	/** Draws the value, if it is not shown as it is. */
	readonly show?: (row: R) => ComponentChildren;
};

type TableProps<R> = {
	readonly title: string;
	/** The name of the exported file, without its ending. */
	readonly file: string;
	readonly columns: readonly Column<R>[];
	readonly rows: readonly R[];
	readonly keyOf: (row: R) => string;
	/** Content below the table, such as a link to the next page. */
	readonly children?: ComponentChildren;
};

/** A table that can be sorted, copied and saved, with a definition of each column. */
export function DataTable<R>({ title, file, columns, rows, keyOf, children }: TableProps<R>) {
	const [order, setOrder] = useState<Order | null>(null);
	const column = order && columns[order.column];
	const shown = order && column ? sorted(rows, column.value, order.descending) : rows;
	const isNumeric = columns.map(({ value }) => rows.some((row) => typeof value(row) === "number"));
	const names = columns.map(({ name }) => name);
	const cells = () => shown.map((row) => columns.map(({ value }) => value(row)));
	return (
		<section class="table">
			<div class="table-head">
				<h2>{title}</h2>
				<Tools file={file} csv={() => csvOf(names, cells())} tabs={() => tabbed(names, cells())} />
			</div>
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by the keyboard. */}
			<section class="scrolls" tabIndex={0} aria-label={title}>
				<table>
					<thead>
						<tr>
							{columns.map(({ name }, index) => (
								<Heading
									key={name}
									name={name}
									numeric={isNumeric[index] ?? false}
									order={order?.column === index ? order : null}
									onSort={(descending) => setOrder({ column: index, descending })}
								/>
							))}
						</tr>
					</thead>
					<tbody>
						{shown.map((row) => (
							<tr key={keyOf(row)}>
								{columns.map(({ name, value, show }, index) => (
									<td key={name} class={isNumeric[index] ? "numeric" : undefined}>
										{show ? show(row) : (value(row) ?? "–")}
									</td>
								))}
							</tr>
						))}
					</tbody>
				</table>
			</section>
			{children}
			<details class="meanings">
				<summary>What the columns mean</summary>
				<dl>
					{columns.map(({ name, means }) => (
						<div key={name}>
							<dt>{name}</dt>
							<dd>{means}</dd>
						</div>
					))}
				</dl>
			</details>
		</section>
	);
}

type HeadingProps = {
	readonly name: string;
	readonly numeric: boolean;
	readonly order: Order | null;
	readonly onSort: (descending: boolean) => void;
};

/** Numbers start with the largest, which people look for. */
function Heading({ name, numeric, order, onSort }: HeadingProps) {
	const next = order ? !order.descending : numeric;
	return (
		<th
			scope="col"
			class={numeric ? "numeric" : undefined}
			aria-sort={order ? (order.descending ? "descending" : "ascending") : "none"}
		>
			<button type="button" onClick={() => onSort(next)}>
				{name}
				<span class="arrow" aria-hidden="true">
					{order ? (order.descending ? "▼" : "▲") : ""}
				</span>
			</button>
		</th>
	);
}

type ToolsProps = { readonly file: string; readonly csv: () => string; readonly tabs: () => string };

const Tools = ({ file, csv, tabs }: ToolsProps) => (
	<div class="tools">
		<CopyButton small text={tabs} />
		<button type="button" class="button small" onClick={() => save(`${file}.csv`, csv())}>
			Save as CSV
		</button>
	</div>
);

function save(name: string, text: string): void {
	const link = document.createElement("a");
	link.href = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
	link.download = name;
	link.click();
	URL.revokeObjectURL(link.href);
}
