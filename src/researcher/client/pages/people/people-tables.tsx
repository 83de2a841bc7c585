import { dateTime } from "../../components/format.ts";
import { Pager, usePages } from "../../components/pager.tsx";
import { Empty, When } from "../../components/states.tsx";
import { type Column, DataTable } from "../../components/table/data-table.tsx";
import type { Schemas } from "../../net/api.ts";
import { useData } from "../../net/use-data.ts";

type Profile = Schemas["Profiles"]["profiles"][number];
type Adapter = Schemas["Adapters"]["adapters"][number];

const PAGE = 50;

const PARTICIPANT: Column<Profile> = {
	name: "Participant",
	means: "The pseudonym in this study.",
	value: ({ participant }) => participant,
};
const OWN_ADAPTER: Column<Profile> = {
	name: "Adapter",
	means: "Of their own. none: the registry has no entry. missing and failed ones are not served.",
	value: ({ adapter }) => adapter ?? "none",
	show: ({ adapter }) => <Status status={adapter ?? "none"} />,
};
const REST: readonly Column<Profile>[] = [
	{
		name: "Conversations",
		means: "Past conversations in the profile.",
		value: ({ conversations }) => conversations,
	},
	{
		name: "Loaded",
		means: "In your time zone.",
		value: ({ loadedAt }) => loadedAt,
		show: ({ loadedAt }) => dateTime(loadedAt),
	},
];

const Status = ({ status }: { readonly status: string }) => (
	<span class={`chip ${status === "ready" ? "open" : "stuck"}`}>{status}</span>
);

type TableProps = { readonly slug: string };

export function ProfileTable({ slug, hasAdapters }: TableProps & { readonly hasAdapters: boolean }) {
	const pages = usePages();
	const { loaded, reload } = useData<Schemas["Profiles"]>(`/v1/studies/${slug}/profiles?limit=${PAGE}${pages.query}`);
	return (
		<When loaded={loaded} onRetry={reload}>
			{({ profiles, next }) =>
				profiles.length === 0 ? (
					<Empty title="No profile is loaded.">
						<p>
							Send JSON lines to <code>POST /v1/studies/{slug}/profiles</code>, or run <code>npm run -s profiles</code>.
							They stay in this study alone.
						</p>
					</Empty>
				) : (
					<DataTable
						title="Profiles"
						file="profiles"
						columns={[PARTICIPANT, ...(hasAdapters ? [OWN_ADAPTER] : []), ...REST]}
						rows={profiles}
						keyOf={({ participant }) => participant}
					>
						<Pager pages={pages} next={next} newer="Back" older="More profiles" />
					</DataTable>
				)
			}
		</When>
	);
}

const ADAPTERS: readonly Column<Adapter>[] = [
	{ name: "Adapter", means: "Its name in the registry.", value: ({ adapter }) => adapter },
	{
		name: "Status",
		means: "Only ready adapters are served. missing: not trained yet. failed: the training failed.",
		value: ({ status }) => status,
		show: ({ status }) => <Status status={status} />,
	},
	{
		name: "Of",
		means: "The participant's pseudonym, or shared by everybody.",
		value: ({ participant }) => participant ?? "shared",
	},
	{ name: "Method", means: "How it was trained, as it was registered.", value: ({ method }) => method },
	{ name: "Base", means: "The base model, as it was registered.", value: ({ base }) => base },
];

export function AdapterTable({ slug }: TableProps) {
	const pages = usePages();
	const { loaded, reload } = useData<Schemas["Adapters"]>(`/v1/studies/${slug}/adapters?limit=${PAGE}${pages.query}`);
	return (
		<When loaded={loaded} onRetry={reload}>
			{({ adapters, next }) =>
				adapters.length === 0 ? (
					<Empty title="No adapter is registered.">
						<p>
							Register a trained bundle with <code>npm run -s adapters -- register</code>.
						</p>
					</Empty>
				) : (
					<DataTable
						title="Adapters"
						file="adapters"
						columns={ADAPTERS}
						rows={adapters}
						keyOf={({ adapter }) => adapter}
					>
						<Pager pages={pages} next={next} newer="Back" older="More adapters" />
					</DataTable>
				)
			}
		</When>
	);
}
