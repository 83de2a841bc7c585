import type { HelpView } from "../../../../session/view/view-schema.ts";
import { studyTextAttributes, texts } from "../../texts/catalogue.ts";

/** The researchers' address, and the board that approved the study. */
export const Contact = ({
	contact: { name, email, ethics },
}: {
	readonly contact: NonNullable<HelpView["contact"]>;
}) => (
	<>
		<p>
			{texts.menu.contact} <span {...studyTextAttributes}>{name}</span>
			{", "}
			<a href={`mailto:${encodeURIComponent(email).replace("%40", "@")}`}>
				<bdi>{email}</bdi>
			</a>
		</p>
		{ethics ? (
			<p>
				{texts.menu.ethics} <span {...studyTextAttributes}>{ethics}</span>
			</p>
		) : null}
	</>
);
