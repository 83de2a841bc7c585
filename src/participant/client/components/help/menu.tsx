import type { SessionView } from "../../../../session/view/view-schema.ts";
import { studyTextAttributes, texts, timeText } from "../../texts/catalogue.ts";
import { Disclosure } from "../disclosure.tsx";
import { Markdown } from "../markdown/markdown.tsx";
import { Contact } from "./contact.tsx";
import { SaveCopy } from "./own-copy.tsx";
import { Support } from "./support.tsx";
import { useHelp } from "./use-help.ts";

type Props = { readonly view: SessionView; readonly close: () => void; readonly leave: () => void };

/** Help from the study and the platform, the consent, the stored data, and how to delete it. */
export function Menu({ view, close, leave }: Props) {
	const words = texts.menu;
	const { help, failed, again } = useHelp();
	const active = view.status === "active";
	return (
		<>
			<section class="menu-part">
				<h3>{words.help}</h3>
				{help?.until ? <p>{words.later({ time: timeText(new Date(help.until), new Date()) })}</p> : null}
				{active ? <p>{words.helpText}</p> : null}
				{help?.contact ? <Contact contact={help.contact} /> : help || failed ? <p>{words.helpContact}</p> : null}
				{failed ? (
					<p>
						{words.helpFailed}{" "}
						<button type="button" class="chip" onClick={again}>
							{texts.retry.again}
						</button>
					</p>
				) : null}
			</section>
			{help?.support ? <Support support={help.support} /> : null}
			{help && view.step?.kind !== "consent" ? (
				<section class="menu-part">
					<h3>{words.consent}</h3>
					<Disclosure label={words.readConsent} class="consent-again">
						{() => (
							<div class="document" lang={studyTextAttributes.lang}>
								<Markdown text={help.consent.text} />
							</div>
						)}
					</Disclosure>
				</section>
			) : null}
			<section class="menu-part">
				<h3>{words.data}</h3>
				<p>{words.dataText}</p>
				<p>{words.dataHere}</p>
				{view.copy ? <SaveCopy /> : null}
				<button type="button" class="button secondary" onClick={leave}>
					{active ? words.erase : texts.withdraw.openAfter}
				</button>
			</section>
			<div class="actions">
				<button type="button" class="button primary" onClick={close}>
					{texts.close}
				</button>
			</div>
		</>
	);
}
