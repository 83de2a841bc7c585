import { dateTime, shortId } from "../../components/format.ts";
import type { Column } from "../../components/table/data-table.tsx";
import type { Schemas } from "../../net/api.ts";

type ListedKey = Schemas["ListedKey"];

type Around = {
	/** Slugs of studies by id. */
	readonly slugs: ReadonlyMap<string, string>;
	/** The id of the key that signed this browser in. */
	readonly own: string;
	readonly onRotate: (key: ListedKey) => void;
	readonly onRevoke: (key: ListedKey) => void;
};

type Standing = "works" | "ends" | "expired" | "revoked";

/** After a rotation, the revocation may be in the future. */
function standingOf({ revokedAt, expiresAt }: ListedKey, now = new Date().toISOString()): Standing {
	if (revokedAt !== null) return revokedAt <= now ? "revoked" : "ends";
	return expiresAt !== null && expiresAt <= now ? "expired" : "works";
}

export const columnsFor = ({ slugs, own, onRotate, onRevoke }: Around): readonly Column<ListedKey>[] => [
	{
		name: "Key",
		means: "Its name, and its id, by which the audit names it.",
		value: ({ name }) => name,
		show: ({ name, id }) => (
			<>
				{name} {id === own && <span class="chip">yours</span>}
				<br />
				<code class="fine" title={id}>
					{shortId(id)}
				</code>
			</>
		),
	},
	{
		name: "May",
		means: "Its scopes.",
		value: ({ scopes }) => scopes.join(" "),
		show: ({ scopes }) => (
			<span class="chips">
				{scopes.map((scope) => (
					<span key={scope} class={`chip${scope === "unblind" || scope === "admin" ? " strong" : ""}`}>
						{scope}
					</span>
				))}
			</span>
		),
	},
	{
		name: "For",
		means: "The only studies for which it works.",
		value: ({ studies }) => (studies === null ? "all studies" : studies.map((id) => slugs.get(id) ?? id).join(" ")),
		show: ({ studies }) =>
			studies === null ? "all studies" : studies.map((id) => <div key={id}>{slugs.get(id) ?? <code>{id}</code>}</div>),
	},
	{
		name: "Last used",
		means: "To the hour, in your time zone.",
		value: ({ lastUsedAt }) => lastUsedAt,
		show: ({ lastUsedAt }) => (lastUsedAt === null ? "never" : dateTime(lastUsedAt)),
	},
	{
		name: "State",
		means: "Works, ends at a time that a rotation set, has expired, or is revoked.",
		value: (key) => standingOf(key),
		show: (key) => <State of={key} />,
	},
	{
		name: "Acts",
		means: "Rotate: a new secret with the same rights. Revoke: it works no more.",
		value: () => null,
		show: (key) =>
			["revoked", "expired"].includes(standingOf(key)) ? (
				"–"
			) : (
				<span class="tools">
					<button type="button" class="button small" onClick={() => onRotate(key)} aria-label={`Rotate ${key.name}`}>
						Rotate
					</button>
					<button
						type="button"
						class="button small danger"
						onClick={() => onRevoke(key)}
						aria-label={`Revoke ${key.name}`}
					>
						Revoke
					</button>
				</span>
			),
	},
];

function State({ of }: { readonly of: ListedKey }) {
	const standing = standingOf(of);
	const at = of.revokedAt ?? of.expiresAt;
	return (
		<>
			<span class={`chip ${standing === "works" ? "open" : ""}`}>{standing}</span>
			{at !== null && <div class="fine">{standing === "works" ? `until ${dateTime(at)}` : dateTime(at)}</div>}
		</>
	);
}
