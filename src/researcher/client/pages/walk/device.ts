/** The most common screen sizes of participants, in CSS pixels. */
export const DEVICES = {
	phone: { label: "Phone", width: 390, height: 844 },
	desk: { label: "Desk", width: 1280, height: 800 },
} as const;

export type Device = keyof typeof DEVICES;
