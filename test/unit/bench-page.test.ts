import { expect, it } from "vitest";
import { pageWith, type Section } from "../../bench/section.ts";

const section = (title: string, cell: string): Section => ({
	title,
	about: `About ${title}.`,
	columns: ["what"],
	rows: [[cell]],
});

it("replaces the sections that were measured, and keeps all others in their order", () => {
	const page = pageWith("# Benchmarks\n\nHow to read it.\n", [section("Streams", "old"), section("Steps", "kept")]);
	const later = pageWith(page, [section("Streams", "new"), section("Cold start", "first")]);
	expect(later).toBe(
		`${[
			"# Benchmarks",
			"How to read it.",
			"## Streams",
			"About Streams.",
			"| what |\n| --- |\n| new |",
			"## Steps",
			"About Steps.",
			"| what |\n| --- |\n| kept |",
			"## Cold start",
			"About Cold start.",
			"| what |\n| --- |\n| first |",
		].join("\n\n")}\n`,
	);
});
