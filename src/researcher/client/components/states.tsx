import type { ComponentChildren } from "preact";
import type { Problem } from "../net/api.ts";
import type { Loaded } from "../net/use-data.ts";

export const Loading = () => (
	<p class="loading" role="status">
		Loading…
	</p>
);

/** A problem document as text. */
export function Failed({ problem, onRetry }: { readonly problem: Problem; readonly onRetry?: () => void }) {
	return (
		<div class="notice failed" role="alert">
			<p>
				<strong>{problem.title}.</strong> {problem.detail}
			</p>
			{problem.errors && problem.errors.length > 0 && (
				<ul>
					{problem.errors.map(({ pointer, detail }) => (
						<li key={pointer + detail}>
							{pointer && <code>{pointer}</code>} {detail}
						</li>
					))}
				</ul>
			)}
			{problem.requestId && <p class="fine">Request {problem.requestId}</p>}
			{onRetry && (
				<button type="button" class="button" onClick={onRetry}>
					Try again
				</button>
			)}
		</div>
	);
}

/** Explains why there is no data, and what to do next. */
export const Empty = ({ title, children }: { readonly title: string; readonly children?: ComponentChildren }) => (
	<div class="notice empty">
		<p>
			<strong>{title}</strong>
		</p>
		{children}
	</div>
);

type WhenProps<T> = {
	readonly loaded: Loaded<T>;
	readonly onRetry: () => void;
	readonly children: (data: T) => ComponentChildren;
};

/** Draws the loaded data, a loading message, or the error. */
export function When<T>({ loaded, onRetry, children }: WhenProps<T>) {
	if (loaded.kind === "loading") return <Loading />;
	if (loaded.kind === "failed") return <Failed problem={loaded.problem} onRetry={onRetry} />;
	return <>{children(loaded.data)}</>;
}
