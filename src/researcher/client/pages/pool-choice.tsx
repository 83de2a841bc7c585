import { go } from "../router.tsx";

export const POOLS = ["live", "pilot", "simulated", "all"] as const;
export type Pool = (typeof POOLS)[number];

/** The pool of the counted sessions. It is part of the address, so that a link shows the same numbers. */
export function PoolChoice({ pool }: { readonly pool: Pool }) {
	const choose = (chosen: string) => {
		const address = new URL(location.href);
		if (chosen === "live") address.searchParams.delete("pool");
		else address.searchParams.set("pool", chosen);
		go(address.pathname + address.search, { replace: true });
	};
	return (
		<label class="pool">
			Sessions
			<select value={pool} onChange={(event) => choose(event.currentTarget.value)}>
				{POOLS.map((each) => (
					<option key={each} value={each}>
						{each}
					</option>
				))}
			</select>
		</label>
	);
}
