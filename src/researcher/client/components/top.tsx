import type { ComponentChildren } from "preact";
import { type SignedIn, signOut } from "../net/api.ts";
import { Link } from "../router.tsx";

type TopProps = { readonly as: SignedIn; readonly onSignedOut: () => void; readonly children?: ComponentChildren };

/** The line above each page. A link to one study leads nowhere else. */
export function Top({ as, onSignedOut, children }: TopProps) {
	const leave = async () => {
		await signOut().catch(() => {});
		onSignedOut();
	};
	return (
		<header class="top">
			<a class="skip" href="#page">
				Skip to the page
			</a>
			<div class="top-line">
				{as.study === null ? (
					<Link to="/studies" class="home">
						Studies
					</Link>
				) : (
					<span class="home">Read only</span>
				)}
				<button type="button" class="button small quiet" onClick={() => void leave()}>
					Sign out
				</button>
			</div>
			{children}
		</header>
	);
}
