import { durableObject } from "../../shared/durable-object.ts";

/** The simulated participants who stand for people, of one study. The class of this object is in a room above. */
export type Twins = {
	/**
	 * Erases the twins of these people: their sessions, what was made from the people's profiles and conversations, and the link. Safe to repeat,
	 * and to be repeated if it fails.
	 */
	eraseTwins(participants: readonly string[]): Promise<void>;
};

export const twinsOf = (namespace: DurableObjectNamespace, studyId: string): Twins =>
	durableObject<Twins>(namespace, studyId);
