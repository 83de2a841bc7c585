/**
 * What our libraries call and the oldest browsers that the app is built for do not have: the build lowers syntax, and
 * leaves methods as they are. Before everything else, for a library may call one of them while it is loaded. In the app's
 * own code the compiler knows no younger method than these browsers do.
 */
function supply(owner: object, name: string, method: unknown): void {
	if (!(name in owner)) Object.defineProperty(owner, name, { value: method, configurable: true, writable: true });
}

function at(this: ArrayLike<unknown>, place: number): unknown {
	return this[place < 0 ? this.length + place : place];
}

supply(Array.prototype, "at", at);
supply(String.prototype, "at", at);
supply(Object, "hasOwn", (owner: object, name: string) => Object.getOwnPropertyDescriptor(owner, name) !== undefined);
