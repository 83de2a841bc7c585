/** An error that the user can mend. Its message is printed without a stack. */
export class DemoError extends Error {
	override readonly name = "DemoError";
}
