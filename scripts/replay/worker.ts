// First: the app gives zod its method `openapi`, which modules below use while they load.
import "../../src/worker.ts";

import { openingWith } from "../../src/blinding/prepare-opening.ts";
import { seal } from "../../src/blinding/seals/sealed.ts";
import { sealCipherOf } from "../../src/crypto/cipher.ts";
import type { Env } from "../../src/env.ts";
import type { Fittings } from "../../src/models/model-types.ts";
import { type Protocol, protocolSchema } from "../../src/protocol/schema/schema.ts";
import type { AllocatorOpening, OpenedAllocator } from "../../src/randomisation/allocator/allocator-client.ts";
import { AllocatorObject as Allocator } from "../../src/randomisation/allocator/allocator-object.ts";
import { SessionObject as Session } from "../../src/session/object/session-object.ts";
import app from "../../src/worker.ts";
import type { Personal } from "./personal.ts";
import { ARRIVING_PATH, recordedAi } from "./reply-server-client.ts";

// All objects of the Worker, so that a new one is here too. Those below take the place of their namesakes.
export * from "../../src/worker.ts";

/**
 * The Worker for `npm run replay`. It differs from the deployed Worker in ways that no deployment may have: the seed is given and
 * not drawn, replies come from the record and are shown at once, and arms have the recorded fittings. It is bundled only for a
 * replay.
 */
type ReplayEnv = Env & {
	readonly REPLAY_SEED: string;
	readonly REPLAY_PROTOCOL: string;
	/** The reply server. */
	readonly REPLAY_ORIGIN: string;
};

const withRecordedAi = (env: ReplayEnv): ReplayEnv => ({ ...env, AI: recordedAi(env.REPLAY_ORIGIN) });

// biome-ignore lint/style/noDefaultExport: a Worker's entry is a default export.
export default {
	fetch: (request: Request, env: ReplayEnv, context: ExecutionContext) =>
		app.fetch(request, withRecordedAi(env), context),
};

export class AllocatorObject extends Allocator {
	readonly #env: ReplayEnv;

	constructor(ctx: DurableObjectState, env: ReplayEnv) {
		super(ctx, env);
		this.#env = env;
	}

	override open(opening: AllocatorOpening, attempt: string): OpenedAllocator | null {
		const { REPLAY_SEED, REPLAY_PROTOCOL } = this.#env;
		const { studyId: id, protocolHash, sealKeys } = opening;
		const study = { id, protocolHash, protocol: protocolSchema.parse(JSON.parse(REPLAY_PROTOCOL)) };
		return super.open(openingWith(study, REPLAY_SEED, sealKeys, sealCipherOf(this.#env)), attempt);
	}
}

export class SessionObject extends Session {
	readonly #env: ReplayEnv;

	constructor(ctx: DurableObjectState, env: ReplayEnv) {
		super(ctx, withRecordedAi(env));
		this.#env = env;
	}

	override async start(...[input, arrival]: Parameters<Session["start"]>): ReturnType<Session["start"]> {
		const protocol = shownAtOnce(withDrawnSeeds(input.protocol));
		return super.start({ ...input, protocol, ...(await this.#personal()) }, arrival);
	}

	/** A session that has started keeps its own: the object's `start` then resumes. */
	async #personal() {
		const personal: Personal | null = await (await fetch(this.#env.REPLAY_ORIGIN + ARRIVING_PATH)).json();
		if (!personal) return {};
		const { fittings, exclusion } = personal;
		return { exclusion, fittings: fittings && seal<Fittings>(fittings, sealCipherOf(this.#env)) };
	}
}

const shownAtOnce = (protocol: Protocol): Protocol => ({
	...protocol,
	blinding: { ...protocol.blinding, pace: "as-is" },
});

/** A fixed seed is the same in each call. Without it, each call has the drawn seed, by which its reply is found. */
const withDrawnSeeds = ({ models, ...protocol }: Protocol): Protocol => ({
	...protocol,
	models: Object.fromEntries(
		Object.entries(models).map(([name, model]) => [
			name,
			model.provider === "rehearsal" ? model : { ...model, seed: undefined },
		]),
	),
});
