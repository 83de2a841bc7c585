import { useState } from "preact/hooks";
import { Empty, When } from "../../components/states.tsx";
import { DataTable } from "../../components/table/data-table.tsx";
import type { Schemas, SignedIn } from "../../net/api.ts";
import { useData } from "../../net/use-data.ts";
import { RevokeKey, RotateKey } from "./key-acts.tsx";
import { columnsFor } from "./key-columns.tsx";
import { NewKey } from "./new-key.tsx";
import { NewSecret } from "./new-secret.tsx";

type ListedKey = Schemas["ListedKey"];
type Act = { readonly kind: "new" } | { readonly kind: "rotate" | "revoke"; readonly of: ListedKey };

/** The slugs of the first page of studies. Others are shown by id. */
const STUDIES = "/v1/studies?limit=100";

/** All keys: their scopes, their last use, and the acts that replace or end them. */
export function KeysPage({ as }: { readonly as: SignedIn }) {
	const { loaded, reload } = useData<Schemas["KeyList"]>("/v1/keys");
	const { loaded: known } = useData<Schemas["StudyList"]>(STUDIES);
	const [act, setAct] = useState<Act | null>(null);
	const [made, setMade] = useState<Schemas["MintedKey"] | null>(null);
	const slugs = new Map(known.kind === "ready" ? known.data.studies.map(({ id, slug }) => [id, slug]) : []);
	const close = () => setAct(null);
	const done = () => {
		close();
		reload();
	};
	const shown = (key: Schemas["MintedKey"]) => {
		setMade(key);
		done();
	};
	return (
		<>
			<div class="page-head">
				<h1>Who may do what?</h1>
				<button type="button" class="button primary" onClick={() => setAct({ kind: "new" })}>
					Make a key
				</button>
			</div>
			{made && <NewSecret key={made.id} made={made} onDone={() => setMade(null)} />}
			<When loaded={loaded} onRetry={reload}>
				{({ keys }) =>
					keys.length === 0 ? (
						<Empty title="There is no key yet.">
							<p>
								You are signed in with the key of the Worker's environment. Make one for each person and each system,
								with the scopes that they need.
							</p>
						</Empty>
					) : (
						<DataTable
							title="Keys, the newest first"
							file="keys"
							columns={columnsFor({
								slugs,
								own: as.keyId,
								onRotate: (of) => setAct({ kind: "rotate", of }),
								onRevoke: (of) => setAct({ kind: "revoke", of }),
							})}
							rows={keys}
							keyOf={({ id }) => id}
						/>
					)
				}
			</When>
			{act?.kind === "new" && <NewKey as={as} onClose={close} onMade={shown} />}
			{act?.kind === "rotate" && <RotateKey of={act.of} as={as} onClose={close} onMade={shown} />}
			{act?.kind === "revoke" && <RevokeKey of={act.of} as={as} onClose={close} onDone={done} />}
		</>
	);
}
