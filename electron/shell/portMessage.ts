/** The word of the handshake between page, preload script and main process. */
export const PORT_MESSAGE = 'rifada:port';
