import { dateTime } from "../../components/format.ts";
import type { Study } from "../page-props.ts";

/**
 * Measured warnings and faults that keep a draft from opening are alerts. Warnings that follow from the protocol are
 * folded.
 */
export function Alerts({ study: { warnings, differences, status } }: { readonly study: Study }) {
	const blocking = warnings.filter(({ raisedAt, code }) => raisedAt !== null || code === "not_openable");
	const others = warnings.filter((warning) => !blocking.includes(warning));
	return (
		<>
			{(blocking.length > 0 || differences.length > 0) && (
				<section class="alerts" aria-label="Alerts">
					{differences.map(({ field, database, allocator }) => (
						<div key={field} class="notice alert">
							<p>
								<strong>The database was changed from outside.</strong> <code>{field}</code> is {database ?? "missing"}{" "}
								in the database, and {allocator ?? "missing"} in the allocator, which decides.
							</p>
						</div>
					))}
					{blocking.map(({ code, pointer, detail, raisedAt }) => (
						<div key={code + pointer + raisedAt} class="notice alert">
							<p>
								<strong>{titleOf(code)}.</strong> {detail} {pointer && <code>{pointer}</code>}
							</p>
							{raisedAt && <p class="fine">Measured {dateTime(raisedAt)}</p>}
						</div>
					))}
				</section>
			)}
			{others.length > 0 && (
				<details class="hints">
					<summary>
						{others.length === 1 ? "1 note" : `${others.length} notes`} on the{" "}
						{status === "draft" ? "draft" : "protocol"}
					</summary>
					<ul>
						{others.map(({ code, pointer, detail }) => (
							<li key={code + pointer}>
								{detail} {pointer && <code>{pointer}</code>}
							</li>
						))}
					</ul>
				</details>
			)}
		</>
	);
}

/** The code of a warning as words: `sample_ratio` becomes "Sample ratio". */
const titleOf = (code: string): string => `${code.charAt(0).toUpperCase()}${code.slice(1).replaceAll("_", " ")}`;
