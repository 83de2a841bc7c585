/**
 * SQL for zeros of a value's length in bytes. SQLite leaves what is deleted or replaced in the file until it needs the room, and the
 * platform allows no `secure_delete`. So what is to be gone is overwritten in place first.
 */
export const zerosFor = (column: string): string => `zeroblob(length(CAST(${column} AS BLOB)))`;
