import { beforeAll, it } from "vitest";
import { expectEachPageAccessible, makeStudies, type Session, slugsOf } from "../support/browser/dashboard-studies.ts";
import { PHONE } from "../support/browser/page.ts";
import { useScene, withPage } from "../support/browser/scene.ts";

const SLUGS = slugsOf("dashboard-phone");
const scene = useScene();
let sessions: readonly Session[];

beforeAll(async () => {
	sessions = await makeStudies(scene, SLUGS);
});

/** On a desk: dashboard.test.ts. */
it("each page is accessible on a phone, light and dark, and fits", ({ expect }) =>
	withPage(
		scene,
		({ page }) => expectEachPageAccessible(scene, page, SLUGS, sessions[0]?.session ?? "", expect),
		PHONE,
	));
