import { beforeAll } from "vitest";
import { allRequests, itDeclaresEveryStatus } from "../../support/http/every-status.ts";
import { makePlaces, type Places } from "../../support/http/places.ts";

let places: Places;
beforeAll(async () => {
	places = await makePlaces();
});

itDeclaresEveryStatus(() => places, allRequests);
