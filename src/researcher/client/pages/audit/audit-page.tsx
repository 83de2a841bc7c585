import { Empty } from "../../components/states.tsx";
import type { PageProps } from "../page-props.ts";
import { AuditLog } from "./audit-log.tsx";

/** The log of one study. */
export const AuditPage = ({ study, query, as }: PageProps) =>
	as.scopes.includes("data:read") ? (
		<AuditLog path={`/v1/studies/${study.slug}/audit`} study={study.slug} query={query} />
	) : (
		<Empty title="Your key cannot read the audit.">
			<p>
				It needs the scope <code>data:read</code>, because reasons may be about participants.
			</p>
		</Empty>
	);
