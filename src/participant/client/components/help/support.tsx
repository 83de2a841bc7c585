import { useState } from "preact/hooks";
import type { HelpView } from "../../../../session/view/view-schema.ts";
import { regionText, studyTextAttributes, texts } from "../../texts/catalogue.ts";
import { Markdown } from "../markdown/markdown.tsx";
import { regionAmong } from "./region.ts";

/** The protocol's key of the text for all other countries. */
const OTHERS = "default";

/** Places to call or write to, by country. The choice of country stays on this device. */
export function Support({ support }: { readonly support: NonNullable<HelpView["support"]> }) {
	const countries = Object.keys(support).filter((code) => code !== OTHERS);
	const [country, setCountry] = useState(() => regionAmong(navigator.languages ?? [], countries) ?? OTHERS);
	const text = support[country] ?? support[OTHERS];
	const named = countries
		.map((code) => ({ code, name: regionText(code) }))
		.sort((one, other) => one.name.localeCompare(other.name));
	return (
		<section class="menu-part">
			<h3>{texts.menu.support}</h3>
			{countries.length > 0 ? (
				<label class="country">
					<span>{texts.menu.country}</span>
					<select class="entry" value={country} onChange={(event) => setCountry(event.currentTarget.value)}>
						{named.map(({ code, name }) => (
							<option key={code} value={code}>
								{name}
							</option>
						))}
						<option value={OTHERS}>{texts.menu.otherCountry}</option>
					</select>
				</label>
			) : null}
			<div class="document" role="status" {...studyTextAttributes}>
				{text ? <Markdown text={text} /> : null}
			</div>
		</section>
	);
}
