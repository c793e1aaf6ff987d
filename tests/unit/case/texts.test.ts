import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  Association,
  contactFromRuns,
  declarationIn,
  parseTextLibrary,
  statementRuns,
  statementSentence,
} from '#shared/domain/texts/textLibrary.ts';

function resource(path: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../../resources/${path}`, import.meta.url), 'utf8'));
}

const texts = parseTextLibrary(resource('texts/texts.v1.json'));

describe('the texts that are said to a beneficiary', () => {
  it('hold the declaration word for word (policy, section 6)', () => {
    expect(declarationIn(texts, 'ar')).toEqual({
      id: 'declaration',
      version: 1,
      language: 'ar',
      text: 'أقر أنا الموقع أدناه بأن جميع ما ورد في هذا الطلب من بيانات ومستندات صحيح وكامل حسب علمي، وأنني مسؤول مسؤولية مباشرة عن صحتها، وأتعهد بإبلاغ الجمعية بأي تغيير، وأعلم أن تقديم الطلب لا يعني قبوله.',
    });
  });

  it('hold the two-week sentence word for word (policy, section 5)', () => {
    const day = { weekday: 'الخميس', hijri: '19 رجب 1447هـ', gregorian: '8 يناير 2026م' };
    expect(statementSentence(texts.statement, 'ar', day)).toBe(
      'سيُرفع طلبكم إلى لجنة البحث لدراسته، وسيصلكم الرد بالقبول أو الرفض بعد مدة لا تقل عن أسبوعين من تاريخ هذا الإيصال، أي ليس قبل يوم الخميس 19 رجب 1447هـ الموافق 8 يناير 2026م.',
    );
    const english = statementSentence(texts.statement, 'en', day);
    expect(english).toContain('no less than two weeks');
    expect(english).not.toMatch(/[{}*]/);
  });

  it('let the least time and the day stand out, in both languages', () => {
    const day = { weekday: 'الخميس', hijri: '19 رجب 1447هـ', gregorian: '8 يناير 2026م' };
    const strong = (language: 'ar' | 'en') =>
      statementRuns(texts.statement, language, day).flatMap(({ words, isStrong }) =>
        isStrong ? [words] : [],
      );
    expect(strong('ar')).toEqual([
      'لا تقل عن أسبوعين',
      'ليس قبل يوم الخميس 19 رجب 1447هـ الموافق 8 يناير 2026م',
    ]);
    expect(strong('en')).toEqual([
      'no less than two weeks',
      'not before الخميس 19 رجب 1447هـ, corresponding to 8 يناير 2026م',
    ]);
    for (const language of ['ar', 'en'] as const) {
      const contact = contactFromRuns(texts.statement, language, day);
      expect(contact.map(({ words }) => words).join('')).toContain('8 يناير 2026م');
    }
  });

  it('never promise an answer within two weeks, in either language', () => {
    const all = JSON.stringify(texts);
    expect(all).not.toMatch(/within (two weeks|14 days|a fortnight)/i);
    expect(all).not.toMatch(/(خلال|في غضون) (أسبوعين|14 يوم)/);
  });

  it('do not ask for tribe, and say so', () => {
    expect(JSON.stringify(texts.privacyNotice)).toContain('ولا نسأل عن القبيلة');
  });

  it('give each part a key of its own', () => {
    for (const parts of [
      texts.privacyNotice.parts,
      texts.servicesExplained.does,
      texts.servicesExplained.doesNot,
    ]) {
      expect(new Set(parts.map(({ key }) => key)).size).toBe(parts.length);
    }
  });

  it('name the association and the policy', () => {
    const association = Association.parse(resource('association/association.v1.json'));
    expect(association.name.ar).toBe('جمعية رفادة الخيرية');
    expect(association.policyVersion.ar).toBe('سياسة العلاقة مع المستفيدين، 25/08/1446هـ');
  });
});
