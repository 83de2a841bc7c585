/** Something that a person can do something about: its message is printed as it is, without a stack. */
export class DemoError extends Error {
	override readonly name = "DemoError";
}
