import { count } from "../../components/format.ts";
import { Stat, Stats } from "../../components/stat.tsx";
import { When } from "../../components/states.tsx";
import type { Schemas } from "../../net/api.ts";
import { useData } from "../../net/use-data.ts";
import type { PageProps } from "../page-props.ts";
import { OpeningFaults } from "./opening-faults.tsx";
import { AdapterTable, ProfileTable } from "./people-tables.tsx";

type People = Schemas["People"];

/** People with profiles, missing adapters, and the faults of an opening. */
export function PeoplePage({ study }: PageProps) {
	const { loaded, reload } = useData<People>(`/v1/studies/${study.slug}/people`);
	return (
		<>
			{study.status === "draft" && <OpeningFaults slug={study.slug} />}
			<When loaded={loaded} onRetry={reload}>
				{(people) => (
					<>
						<Counts people={people} />
						<ProfileTable slug={study.slug} hasAdapters={people.needs.ownAdapters} />
						{(people.needs.ownAdapters || people.needs.sharedAdapters > 0) && <AdapterTable slug={study.slug} />}
					</>
				)}
			</When>
		</>
	);
}

function Counts({ people }: { readonly people: People }) {
	const { needs, profiles, invited, withAdapter, withReadyAdapter, readySharedAdapters } = people;
	const without = invited - withAdapter;
	return (
		<Stats>
			<Stat
				label="Profiles"
				means="People whose profile is loaded."
				value={count(profiles)}
				more={needs.profiles ? "the study uses them" : "no arm uses them"}
			/>
			<Stat
				label="Can be invited"
				means="Of these, people who are known by an id of the recruiter. As soon as one is, those with an id of a data set alone do not count."
				value={count(invited)}
			/>
			{needs.ownAdapters && (
				<Stat
					label="Adapter ready"
					means="People who can be invited, and whose own adapter can be served."
					value={count(withReadyAdapter)}
					more={`of ${count(invited)}`}
				/>
			)}
			{needs.ownAdapters && (
				<Stat
					label="Not trained"
					means="People whose adapter is in the registry as missing or failed. They are screened out, or get the pooled adapter, as the protocol says."
					value={count(withAdapter - withReadyAdapter)}
				/>
			)}
			{needs.ownAdapters && (
				<Stat
					label="No adapter"
					means="People who can be invited and have no adapter in the registry at all."
					value={count(without)}
				/>
			)}
			{needs.sharedAdapters > 0 && (
				<Stat
					label="Shared adapters"
					means="Adapters that the protocol names for an arm as a whole, and that can be served."
					value={count(readySharedAdapters)}
					more={`of ${count(needs.sharedAdapters)}`}
				/>
			)}
		</Stats>
	);
}
