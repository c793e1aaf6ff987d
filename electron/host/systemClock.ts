export { systemClock } from '#ports/systemClock.ts';
