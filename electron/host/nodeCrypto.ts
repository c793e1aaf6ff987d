export { nodeCrypto } from '#ports/nodeCrypto.ts';
