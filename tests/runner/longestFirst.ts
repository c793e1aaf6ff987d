import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** It fills a desk with a hundred thousand cases: begun last, all else would wait for it alone. */
const LONGEST = /\/hundredThousand\.test\.ts$/u;

/** The usual order of files, behind the one that takes longest by far. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const usual = await super.sort(files);
    const isLongest = ({ moduleId }: TestSpecification) => LONGEST.test(moduleId);
    return [...usual.filter(isLongest), ...usual.filter((file) => !isLongest(file))];
  }
}
