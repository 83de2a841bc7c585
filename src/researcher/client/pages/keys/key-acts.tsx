import { useId } from "preact/hooks";
import { Dialog } from "../../components/dialog.tsx";
import { request, type Schemas, type SignedIn } from "../../net/api.ts";

type ListedKey = Schemas["ListedKey"];

type ActProps = { readonly of: ListedKey; readonly as: SignedIn; readonly onClose: () => void };

const OVERLAPS = { 0: "ends at once", 1: "works for an hour", 24: "works for a day", 168: "works for a week" };

/** Replaces a key by a new one with the same rights. */
export function RotateKey({
	of,
	as,
	onClose,
	onMade,
}: ActProps & { readonly onMade: (made: Schemas["MintedKey"]) => void }) {
	const id = useId();
	const rotate = async (entered: FormData) => {
		const overlapHours = Number(entered.get("overlap"));
		onMade(await request<Schemas["MintedKey"]>(`/v1/keys/${of.id}/rotate`, "POST", { overlapHours }));
	};
	return (
		<Dialog title={`Rotate “${of.name}”`} label="Rotate the key" onClose={onClose} onSubmit={rotate}>
			<p>A new key gets the same name, scopes, studies and last day. Replace the old one wherever it is used.</p>
			<label for={`${id}-overlap`}>The old key</label>
			<select id={`${id}-overlap`} name="overlap" defaultValue="24">
				{Object.entries(OVERLAPS).map(([hours, words]) => (
					<option key={hours} value={hours} selected={hours === "24"}>
						{words}
					</option>
				))}
			</select>
			<OwnKey of={of} as={as} />
		</Dialog>
	);
}

export function RevokeKey({ of, as, onClose, onDone }: ActProps & { readonly onDone: () => void }) {
	const revoke = async () => {
		await request(`/v1/keys/${of.id}`, "DELETE");
		onDone();
	};
	return (
		<Dialog title={`Revoke “${of.name}”`} label="Revoke the key" dangerous onClose={onClose} onSubmit={revoke}>
			<p>
				Whatever uses it is refused from now on, and dashboard links that it made end. This cannot be undone. To replace
				it without a gap, rotate it.
			</p>
			<OwnKey of={of} as={as} />
		</Dialog>
	);
}

const OwnKey = ({ of, as }: Pick<ActProps, "of" | "as">) =>
	of.id === as.keyId ? (
		<p>
			<strong>You are signed in with this key.</strong> You are signed out when it ends.
		</p>
	) : null;
