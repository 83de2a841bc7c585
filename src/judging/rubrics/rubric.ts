import { z } from "zod";

const anchored = z.object({
	kind: z.literal("integer"),
	min: z.int(),
	max: z.int(),
	/** The meaning of scores, by score. */
	anchors: z.record(z.string().regex(/^\d+$/), z.string().min(1)),
});

const choice = z.object({
	kind: z.literal("choice"),
	options: z.array(z.object({ id: z.string().min(1), means: z.string().min(1) })).min(2),
});

/** The preferred reply of two. Rubrics for pairs have only this scale. */
const preference = z.object({ kind: z.literal("preference") });

const item = z.object({
	id: z.string().regex(/^[a-z][a-z_]*$/),
	question: z.string().min(1),
	scale: z.discriminatedUnion("kind", [anchored, choice, preference]),
	/** The condition under which the item has no score. Without it, every answer needs one. */
	notApplicable: z.string().min(1).optional(),
});

export const rubricSchema = z
	.object({
		id: z.string().regex(/^[a-z][a-z-]*$/),
		/** Changes with every change of the text: scores of two versions are never mixed. */
		version: z.int().min(1),
		judges: z.enum(["reply", "pair", "opening"]),
		title: z.string().min(1),
		source: z.string().min(1),
		task: z.string().min(1),
		items: z.array(item).min(1),
	})
	.check(({ value: { items, judges }, issues }) => {
		const fault = (message: string, path: PropertyKey[]) =>
			issues.push({ code: "custom", message, path, input: items });
		items.forEach(({ id, scale }, index) => {
			if (items.findIndex((other) => other.id === id) !== index)
				fault("Two items have this id.", ["items", index, "id"]);
			if ((scale.kind === "preference") !== (judges === "pair"))
				fault("A preference is the only scale for pairs, and only for pairs.", ["items", index, "scale"]);
			if (scale.kind !== "integer") return;
			if (scale.max <= scale.min) fault("The scale needs max above min.", ["items", index, "scale", "max"]);
			if (Object.keys(scale.anchors).some((anchor) => Number(anchor) < scale.min || Number(anchor) > scale.max))
				fault("An anchor lies outside the scale.", ["items", index, "scale", "anchors"]);
		});
	});

export type Rubric = z.infer<typeof rubricSchema>;
export type RubricItem = Rubric["items"][number];

/** The name of a rubric in results: `sycophancy/1`. */
export const rubricName = ({ id, version }: Rubric): string => `${id}/${version}`;
