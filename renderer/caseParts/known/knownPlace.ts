/** The panel in which it is answered whether the applicant is somebody who is known. */
export const KNOWN_PLACE = 'known-people';
