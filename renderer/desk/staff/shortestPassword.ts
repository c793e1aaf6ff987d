/** Of a password at the desk, in characters, composed (NFC). */
export const SHORTEST_PASSWORD = 8;
