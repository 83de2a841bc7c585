import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { problemOf, type SignedIn, signOut } from "../net/api.ts";
import { Link } from "../router.tsx";

type TopProps = {
	readonly as: SignedIn;
	readonly onSignedOut: () => void;
	/** The workplace page that is shown, if any. */
	readonly current?: string;
	readonly children?: ComponentChildren;
};

/** Pages about the whole workplace, for keys with `admin`. */
const WORKPLACE = { keys: "Keys", audit: "Audit" };

/** The line above each page. With a link to one study, it leads to no other page. */
export function Top({ as, onSignedOut, current, children }: TopProps) {
	const [failed, setFailed] = useState<string | null>(null);
	const leave = async () => {
		try {
			await signOut();
			onSignedOut();
		} catch (error) {
			setFailed(problemOf(error).detail);
		}
	};
	return (
		<header class="top">
			<a class="skip" href="#page">
				Skip to the page
			</a>
			<div class="top-line">
				{as.study === null ? (
					<nav aria-label="The workplace" class="workplace">
						<Link to="/studies" class="home">
							Studies
						</Link>
						{as.scopes.includes("admin") &&
							Object.entries(WORKPLACE).map(([page, name]) => (
								<Link key={page} to={`/studies/-/${page}`} current={page === current}>
									{name}
								</Link>
							))}
					</nav>
				) : (
					<span class="home">Read only</span>
				)}
				<button type="button" class="button small quiet" onClick={() => void leave()}>
					Sign out
				</button>
			</div>
			{failed !== null && (
				<div>
					<p class="notice failed" role="alert">
						You are still signed in. {failed}
					</p>
				</div>
			)}
			{children}
		</header>
	);
}
