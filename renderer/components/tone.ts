/** What a status means. Each tone has an ink, a soft ground and a line among the tokens. */
export type Tone = 'ok' | 'near' | 'review' | 'stop' | 'info' | 'unclear' | 'neutral';
