/** Where in the declaration the picture of the signed sheet is asked for. */
export const SIGNED_PAPER_ID = 'signed-paper';
