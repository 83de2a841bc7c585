import { type Sealed, seal } from "../../blinding/seals/sealed.ts";
import type { Cipher } from "../../crypto/cipher.ts";
import type { Database } from "../../db/database.ts";
import type { Fittings } from "../../models/port.ts";
import type { Protocol } from "../../protocol/schema/schema.ts";
import type { ArmInput } from "../../randomisation/allocator/allocator-client.ts";
import { canonicalJson, sha256Of } from "../../shared/json.ts";
import { type AdapterRow, adapterRows, servedAdapters } from "../adapters/adapters.ts";
import { arrivesAs } from "../profiles/known-pseudonyms.ts";
import { type FoundProfile, firstProfile, type StudyKeys } from "../profiles/people.ts";
import { dataHashOf, type Scalar } from "../profiles/profile.ts";
import {
	ownInput,
	personInput,
	profileInput,
	sharedInput,
	sharedNames,
	usesAdapters,
	usesPeople,
	usesProfiles,
} from "./arm-inputs.ts";
import { type Exclusion, fitArms, sharedAdapters } from "./fit-arms.ts";

export type Personalisation = {
	/** Whose profile it is, null where there is none. */
	readonly profileId: string | null;
	/** The pseudonyms under which anything of theirs was looked for. Erasing goes by them: an adapter may stand where no profile does. */
	readonly knownAs: readonly string[];
	/** What of the profile the study's strata ask for. */
	readonly attributes: Readonly<Record<string, Scalar>>;
	/** What the arms are adapted with, and its SHA-256, which the session's log has. Null where nothing is, or nobody can be. */
	readonly fittings: Sealed<Fittings> | null;
	readonly hash: string | null;
	/** Why this person ends as screened_out, null where they may take part. */
	readonly exclusion: Exclusion | null;
	/** What of the database all of this was made of. In a double-blind study it has to be what was fixed. */
	readonly inputs: readonly ArmInput[];
};

const NONE: Personalisation = {
	profileId: null,
	knownAs: [],
	attributes: {},
	fittings: null,
	hash: null,
	exclusion: null,
	inputs: [],
};

type StudyOfProfiles = StudyKeys & { readonly protocol: Protocol };

/** Does entering this study depend on what is known of a person? Sets for training and strata have it where it does not, too. */
export const isPersonal = ({ arms, recruitment }: Protocol): boolean =>
	recruitment.onlyProfiles || arms.some(({ personalisation }) => personalisation !== undefined);

/**
 * What is known of somebody who comes, and what the study's arms are adapted with for them: all of it, before they are
 * randomised, so that it can neither differ by arm nor change while they take part.
 */
export async function personalise(
	db: Database,
	study: StudyOfProfiles,
	person: { readonly source: string; readonly id: string },
	cipher: Cipher,
): Promise<Personalisation> {
	const { arms, recruitment } = study.protocol;
	const { knownAs, profileIds, people } = await arrivesAs(db, study, person);
	const found = await firstProfile(db, study.id, profileIds);
	if (!found && recruitment.onlyProfiles) return { ...NONE, knownAs, exclusion: "no_profile" };
	const known = {
		knownAs,
		profileId: found?.id ?? null,
		attributes: strataOf(study.protocol, found?.profile.attributes ?? {}),
	};
	if (!isPersonal(study.protocol)) return { ...NONE, ...known };
	const participants = [...knownAs, ...(found ? [found.id] : [])];
	const rows = await adapterRows(db, study.id, { participants, shared: sharedAdapters(arms) });
	const inputs = inputsOf(study.protocol, { people, found, participants, rows });
	const fitted = fitArms(arms, { profile: found?.profile ?? null, adapters: servedAdapters(rows) });
	if (!fitted.ok) return { ...NONE, ...known, exclusion: fitted.error, inputs };
	const hash = sha256Of(canonicalJson(fitted.value));
	return { ...known, fittings: seal<Fittings>(fitted.value, cipher), hash, exclusion: null, inputs };
}

type Used = {
	readonly people: readonly { readonly participantId: string; readonly profileId: string }[];
	readonly found: FoundProfile | null;
	readonly participants: readonly string[];
	readonly rows: readonly AdapterRow[];
};

/** What was read, and for adapters also what was not found: an adapter that is taken away has another one stand in. */
function inputsOf(protocol: Protocol, { people, found, participants, rows }: Used): ArmInput[] {
	const known = people.map(({ participantId, profileId }) => personInput(participantId, profileId));
	const told = found && usesProfiles(protocol) ? [profileInput(found.id, dataHashOf(found.profile))] : [];
	if (!usesPeople(protocol)) return [];
	if (!usesAdapters(protocol)) return [...known, ...told];
	const ownRows = (participant: string) => rows.filter(({ participantId }) => participantId === participant);
	return [
		...known,
		...told,
		...sharedNames(protocol).map((name) =>
			sharedInput(
				name,
				rows.find((row) => row.name === name && row.participantId === null),
			),
		),
		...[...new Set(participants)].map((participant) => ownInput(participant, ownRows(participant))),
	];
}

/** No more of a profile goes into a session's open row than its allocation needs. */
function strataOf({ design }: Protocol, attributes: Personalisation["attributes"]): Personalisation["attributes"] {
	const names = design.strata.flatMap((name) =>
		name.startsWith("attributes.") ? [name.slice("attributes.".length)] : [],
	);
	return Object.fromEntries(Object.entries(attributes).filter(([name]) => names.includes(name)));
}
