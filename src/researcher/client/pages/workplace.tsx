import { useEffect } from "preact/hooks";
import { Top } from "../components/top.tsx";
import type { SignedIn } from "../net/api.ts";
import { AuditLog } from "./audit/audit-log.tsx";
import { KeysPage } from "./keys/keys-page.tsx";
import { NewStudy } from "./protocol/new-study.tsx";

type WorkplaceProps = {
	/** The address below `/studies/-`, where no study can be: a slug begins with a letter. */
	readonly page: string | undefined;
	readonly query: URLSearchParams;
	readonly as: SignedIn;
	readonly onSignedOut: () => void;
};

const TITLES: Readonly<Record<string, string>> = {
	keys: "Who may do what?",
	audit: "Who did what?",
	new: "What will the study do?",
};

/** Pages about the whole workplace. */
export function Workplace({ page = "", query, as, onSignedOut }: WorkplaceProps) {
	const title = TITLES[page] ?? "There is no such page";
	useEffect(() => {
		document.title = title;
	}, [title]);
	return (
		<>
			<Top as={as} onSignedOut={onSignedOut} current={page} />
			<main id="page">
				{page === "keys" ? (
					<KeysPage as={as} />
				) : (
					<div class="page-head">
						<h1>{title}</h1>
					</div>
				)}
				{page === "new" && <NewStudy />}
				{page === "audit" && <AuditLog path="/v1/audit" study={null} query={query} />}
			</main>
		</>
	);
}
