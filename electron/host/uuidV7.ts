export { createUuidV7Generator } from '#ports/uuidV7.ts';
