import { useId } from "preact/hooks";
import { Dialog } from "../../components/dialog.tsx";
import { request, type Schemas, type SignedIn } from "../../net/api.ts";
import { SCOPES, scopesOf } from "./scopes.ts";

type Minted = Schemas["MintedKey"];

type NewKeyProps = {
	readonly as: SignedIn;
	readonly onClose: () => void;
	readonly onMade: (made: Minted) => void;
};

/** Creates a key. It cannot have more rights than the key that creates it. */
export function NewKey({ as, onClose, onMade }: NewKeyProps) {
	const id = useId();
	const make = async (entered: FormData) => {
		const studies = String(entered.get("studies"))
			.split(/[\s,]+/)
			.filter(Boolean);
		const expires = String(entered.get("expires"));
		const body: Schemas["NewKey"] = {
			name: String(entered.get("name")),
			scopes: scopesOf(entered.getAll("scopes").map(String)),
			...(studies.length > 0 && { studies }),
			...(expires && { expiresAt: endOfDay(expires) }),
		};
		onMade(await request<Minted>("/v1/keys", "POST", body));
	};
	return (
		<Dialog title="Make a key" label="Make the key" onClose={onClose} onSubmit={make}>
			<label for={`${id}-name`}>Name</label>
			<input id={`${id}-name`} name="name" required maxLength={100} autocomplete="off" placeholder="Night shift" />
			<fieldset class="choices">
				<legend>What it may do</legend>
				{Object.entries(SCOPES).map(([scope, means]) => {
					const isBeyond = !as.scopes.some((own) => own === scope);
					return (
						<label key={scope} class="choice">
							<input type="checkbox" name="scopes" value={scope} disabled={isBeyond} />
							<span>
								<code>{scope}</code>
								<span class="fine"> {isBeyond ? "Your own key lacks this scope, so it cannot give it." : means}</span>
							</span>
						</label>
					);
				})}
			</fieldset>
			<label for={`${id}-studies`}>For these studies alone</label>
			<input
				id={`${id}-studies`}
				name="studies"
				autocomplete="off"
				spellcheck={false}
				placeholder="All studies"
				aria-describedby={`${id}-about`}
			/>
			<p id={`${id}-about`} class="fine">
				Slugs, with commas between them. A slip then touches no other study.
			</p>
			<label for={`${id}-expires`}>Last day</label>
			<input id={`${id}-expires`} name="expires" type="date" />
		</Dialog>
	);
}

/** The end of that day in the researcher's time zone. */
const endOfDay = (day: string): string => new Date(`${day}T23:59:59`).toISOString();
