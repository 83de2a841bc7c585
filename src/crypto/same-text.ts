/** Compares in constant time for texts of one length. */
export function sameText(one: string, other: string): boolean {
	if (one.length !== other.length) return false;
	let difference = 0;
	for (let place = 0; place < one.length; place += 1) difference |= one.charCodeAt(place) ^ other.charCodeAt(place);
	return difference === 0;
}
