import type { HelpView } from "../../../../session/view/view-schema.ts";
import { texts, theirs } from "../../texts/catalogue.ts";

/** Whom to write to, and who has approved the study. */
export const Contact = ({
	contact: { name, email, ethics },
}: {
	readonly contact: NonNullable<HelpView["contact"]>;
}) => (
	<>
		<p>
			{texts.menu.contact} <span {...theirs}>{name}</span>
			{", "}
			<a href={`mailto:${encodeURIComponent(email).replace("%40", "@")}`}>
				<bdi>{email}</bdi>
			</a>
		</p>
		{ethics ? (
			<p>
				{texts.menu.ethics} <span {...theirs}>{ethics}</span>
			</p>
		) : null}
	</>
);
