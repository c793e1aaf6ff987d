import i18next, { type TFunction } from 'i18next';
import { ARABIC, ENGLISH } from '#renderer/language/locales.ts';
import type { Language } from '#shared/domain/case/vocabulary.ts';

const NAMESPACES = Object.keys(ARABIC);

/** The app's own words, so that one model of a page serves both languages. */
export type Words = TFunction<
  [
    'common',
    'shell',
    'session',
    'service',
    'errors',
    'today',
    'beneficiaries',
    'bringList',
    'newCase',
    'caseFrame',
    'training',
    'waiting',
    'study',
    'welcome',
    'interview',
    'documents',
    'scans',
    'signedPaper',
    'matching',
    'known',
    'linkage',
    'declaration',
    'submission',
    'headquarters',
    'contacts',
    'complaints',
    'opinion',
    'papers',
    'library',
    'sync',
    'stick',
    'copies',
    'commands',
    'staff',
    'hqShell',
    'import',
    'review',
    'leads',
    'hqSession',
    'hqErrors',
    'hqAdministration',
    'hqCommittee',
    'hqStudy',
    'hqComplaints',
    'hqDelivery',
    'hqOpinions',
    'hqRegistry',
    'reference',
    'committee',
    'appeal',
  ]
>;

const instance = i18next.createInstance();
await instance.init({
  lng: 'ar',
  ns: NAMESPACES,
  defaultNS: 'common',
  resources: { ar: ARABIC, en: ENGLISH },
  interpolation: { escapeValue: false },
});

export function wordsOf(language: Language): Words {
  return instance.getFixedT(language);
}
