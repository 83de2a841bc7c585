/**
 * SQL for as many zero bytes as a value has. SQLite leaves deleted or replaced bytes in the file until it reuses the space, and
 * the platform does not allow `secure_delete`. So texts to erase are overwritten in place first.
 */
export const zerosFor = (column: string): string => `zeroblob(length(CAST(${column} AS BLOB)))`;
