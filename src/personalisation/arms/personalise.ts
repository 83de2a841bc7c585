import { type Sealed, seal } from "../../blinding/seals/sealed.ts";
import type { Cipher } from "../../crypto/cipher.ts";
import type { Database } from "../../db/database.ts";
import type { Fittings } from "../../models/model-types.ts";
import type { Protocol } from "../../protocol/schema/schema.ts";
import type { ArmInput } from "../../randomisation/allocator/allocator-client.ts";
import { canonicalJson, sha256Of } from "../../shared/json.ts";
import { type AdapterRow, adapterRows, servedAdapters } from "../adapters/adapters.ts";
import type { ArrivalPseudonyms } from "../profiles/known-pseudonyms.ts";
import { type FoundProfile, firstProfile } from "../profiles/people.ts";
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
	/** The participant's profile; null if there is none. */
	readonly profileId: string | null;
	/** All pseudonyms that were looked up. Erasure needs them: an adapter may exist where no profile does. */
	readonly knownAs: readonly string[];
	/** The profile's attributes that the study's strata use. */
	readonly attributes: Readonly<Record<string, Scalar>>;
	/** The arms' fittings, with their SHA-256 for the session's log. Null if there are none, or the participant is excluded. */
	readonly fittings: Sealed<Fittings> | null;
	readonly hash: string | null;
	/** Why this person is screened out; null if they may take part. */
	readonly exclusion: Exclusion | null;
	/** The arm inputs that were read. In a double-blind study they must equal the recorded ones. */
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

type StudyOfProfiles = { readonly id: string; readonly protocol: Protocol };

/** Whether entering this study depends on personal data. Training sets and strata use profiles even if it does not. */
export const isPersonal = ({ arms, recruitment }: Protocol): boolean =>
	recruitment.onlyProfiles || arms.some(({ personalisation }) => personalisation !== undefined);

/**
 * Reads a participant's profile and adapters, and fits all arms. This happens before randomisation, so that the result cannot
 * differ by arm or change during the session.
 */
export async function personalise(
	db: Database,
	study: StudyOfProfiles,
	{ knownAs, profileIds, people }: ArrivalPseudonyms,
	cipher: Cipher,
): Promise<Personalisation> {
	const { arms, recruitment } = study.protocol;
	const found = await firstProfile(db, study.id, profileIds);
	if (!found && recruitment.onlyProfiles) return { ...NONE, knownAs, exclusion: "no_profile" };
	const basics = {
		knownAs,
		profileId: found?.id ?? null,
		attributes: strataOf(study.protocol, found?.profile.attributes ?? {}),
	};
	if (!isPersonal(study.protocol)) return { ...NONE, ...basics };
	const participants = [...knownAs, ...(found ? [found.id] : [])];
	const rows = await adapterRows(db, study.id, { participants, shared: sharedAdapters(arms) });
	const inputs = inputsOf(study.protocol, { people, found, participants, rows });
	const fitted = fitArms(arms, { profile: found?.profile ?? null, adapters: servedAdapters(rows) });
	if (!fitted.ok) return { ...NONE, ...basics, exclusion: fitted.error, inputs };
	const hash = sha256Of(canonicalJson(fitted.value));
	return { ...basics, fittings: seal<Fittings>(fitted.value, cipher), hash, exclusion: null, inputs };
}

type InputSources = {
	readonly people: readonly { readonly participantId: string; readonly profileId: string }[];
	readonly found: FoundProfile | null;
	readonly participants: readonly string[];
	readonly rows: readonly AdapterRow[];
};

/** The inputs that were read. For adapters also those that were not found, because removing one makes another replace it. */
function inputsOf(protocol: Protocol, { people, found, participants, rows }: InputSources): ArmInput[] {
	const personInputs = people.map(({ participantId, profileId }) => personInput(participantId, profileId));
	const profileInputs = found && usesProfiles(protocol) ? [profileInput(found.id, dataHashOf(found.profile))] : [];
	if (!usesPeople(protocol)) return [];
	if (!usesAdapters(protocol)) return [...personInputs, ...profileInputs];
	const ownRows = (participant: string) => rows.filter(({ participantId }) => participantId === participant);
	return [
		...personInputs,
		...profileInputs,
		...sharedNames(protocol).map((name) =>
			sharedInput(
				name,
				rows.find((row) => row.name === name && row.participantId === null),
			),
		),
		...[...new Set(participants)].map((participant) => ownInput(participant, ownRows(participant))),
	];
}

/** A session's open row contains only those profile fields that its allocation needs. */
function strataOf({ design }: Protocol, attributes: Personalisation["attributes"]): Personalisation["attributes"] {
	const names = design.strata.flatMap((name) =>
		name.startsWith("attributes.") ? [name.slice("attributes.".length)] : [],
	);
	return Object.fromEntries(Object.entries(attributes).filter(([name]) => names.includes(name)));
}
