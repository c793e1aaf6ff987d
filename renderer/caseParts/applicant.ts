import { type AnswerSet, isNonAnswer } from '#shared/domain/answers/answer.ts';
import { maskIdentifier } from '#shared/domain/identifiers/maskIdentifier.ts';

const NAME_PARTS = ['nameFirst', 'nameFather', 'nameGrandfather', 'nameFamily'] as const;

/** Who asks, as the head of every screen of the case shows it; the id is masked. */
export function applicantOf(answers: AnswerSet): {
  readonly name: string | null;
  readonly maskedId: string | null;
} {
  const text = (path: string): string | null => {
    const answer = answers.values[path];
    if (answer === undefined || isNonAnswer(answer)) return null;
    return typeof answer.value === 'string' && answer.value !== '' ? answer.value : null;
  };
  const name = NAME_PARTS.map(text)
    .filter((part) => part !== null)
    .join(' ');
  const id = text('idNumber') ?? text('gccIdNumber') ?? text('passportNo') ?? text('borderNumber');
  return { name: name === '' ? null : name, maskedId: id === null ? null : maskIdentifier(id) };
}
