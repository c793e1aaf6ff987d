import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseIsoDate } from '#shared/domain/calendar/dayNumber.ts';
import { SpokenLanguage } from '#shared/domain/case/vocabulary.ts';
import { spokenDayIn } from '#shared/domain/texts/spokenDay.ts';
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
      arabic: null,
      reviewedByNativeSpeaker: true,
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

  it('never promise an answer within two weeks, in any language', () => {
    const all = JSON.stringify(texts);
    expect(all).not.toMatch(/within (two weeks|14 days|a fortnight)/i);
    expect(all).not.toMatch(/(خلال|في غضون) (أسبوعين|14 يوم)/);
    expect(all).not.toMatch(/دو ہفتوں? (کے اندر|میں)/);
    expect(all).not.toMatch(/(dalam|selama) (dua minggu|14 hari)/i);
    expect(all).not.toMatch(/(iki hafta|14 gün) (içinde|içerisinde)/i);
    expect(all).not.toMatch(/(dans|sous) (les )?(deux semaines|14 jours|quinze jours)/i);
  });

  it.each(SpokenLanguage.options)(
    'say the least time and the day of the promise in %s',
    (language) => {
      const day = parseIsoDate('2026-01-08');
      if (day === null) throw new RangeError();
      const spoken = spokenDayIn(texts, language, day);
      const strong = statementRuns(texts.statement, language, spoken).filter(
        ({ isStrong }) => isStrong,
      );
      expect(strong).toHaveLength(2);
      const whole = statementSentence(texts.statement, language, spoken);
      expect(whole).toContain(spoken.weekday);
      expect(whole).toContain(spoken.hijri);
      expect(whole).toContain(spoken.gregorian);
      expect(whole).not.toMatch(/[{}*]/);
      expect(spoken.hijri).toMatch(/\b19 .*1447/);
      expect(spoken.gregorian).toMatch(/\b8 .*2026/);
    },
  );

  it('name the days of the promise as each language names them', () => {
    const on = (iso: string, language: SpokenLanguage) => {
      const day = parseIsoDate(iso);
      if (day === null) throw new RangeError(iso);
      return spokenDayIn(texts, language, day);
    };
    expect(on('2025-04-01', 'ur')).toEqual({
      weekday: 'منگل',
      hijri: '3 شوال 1446ھ',
      gregorian: '1 اپریل 2025ء',
    });
    expect(on('2026-06-22', 'id')).toEqual({
      weekday: 'Senin',
      hijri: '7 Muharam 1448 H',
      gregorian: '22 Juni 2026 M',
    });
    expect(on('2028-03-05', 'tr')).toEqual({
      weekday: 'Pazar',
      hijri: 'hicrî 9 Şevval 1449',
      gregorian: '5 Mart 2028',
    });
    expect(on('2025-03-01', 'fr')).toEqual({
      weekday: 'samedi',
      hijri: '1er ramadan 1446 H',
      gregorian: '1er mars 2025',
    });
    expect(on('2026-01-08', 'ar')).toEqual({
      weekday: 'الخميس',
      hijri: '19 رجب 1447هـ',
      gregorian: '8 يناير 2026م',
    });
  });

  it('are marked where no native speaker has gone over them, and the seal keeps the mark', () => {
    const unreviewed = SpokenLanguage.options.filter(
      (language) => !texts.languages[language].reviewedByNativeSpeaker,
    );
    expect(unreviewed).toEqual(['ur', 'id', 'tr', 'fr']);
    expect(declarationIn(texts, 'ur')).toMatchObject({
      language: 'ur',
      arabic: texts.declaration.text.ar,
      reviewedByNativeSpeaker: false,
    });
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
