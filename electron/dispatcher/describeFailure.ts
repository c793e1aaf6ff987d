export { describeFailure } from '#ports/describeFailure.ts';
