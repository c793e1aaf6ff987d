import { foldArabicLetters } from '../names/arabicSpelling.ts';
import { type ColumnMap, type ColumnRole, NAME_PARTS } from './fields.ts';

/**
 * What columns are usually called, in Arabic and English, as `plainHeading` writes them; the first role
 * with a heading that fits takes the column, exact wordings before parts of wordings.
 */
const HEADINGS: Readonly<Record<ColumnRole, readonly string[]>> = {
  id: [
    'id',
    'recid',
    'recordid',
    'rowid',
    'uid',
    'key',
    'refno',
    'ref',
    'رقم',
    'الرقم',
    'م',
    'مسلسل',
  ]
    .concat([
      'no',
      'num',
      'number',
      'recordnumber',
      'rownumber',
      'ncid',
      'mrn',
      'pid',
      'voterregnum',
      'regno',
      'registrationno',
      'registrationnumber',
    ])
    .concat(['رقمالسجل', 'رقمالملف', 'رقمالحاله', 'رقمالمستفيد', 'المعرف', 'معرف', 'تسلسل'])
    .concat(['recordno', 'fileno', 'caseid', 'caseno', 'serial', 'leftid', 'rightid', 'uniqueid'])
    .concat([
      'customerid',
      'clientid',
      'patientid',
      'memberid',
      'studentid',
      'employeeid',
      'userid',
    ])
    .concat(['applicantid', 'beneficiaryid', 'applicationid', 'accountid', 'caseno', 'sn', 'uuid']),
  nationalId: ['nationalid', 'nationalidnumber', 'nid', 'idnumber', 'idno', 'iqama', 'iqamano']
    .concat(['socsecid', 'ssn', 'socialsecuritynumber', 'civilid', 'identitynumber', 'nin'])
    .concat(['الهويه', 'رقمالهويه', 'هويه', 'رقمالهويهالوطنيه', 'الهويهالوطنيه', 'رقمالاقامه'])
    .concat(['السجلالمدني', 'رقمالسجلالمدني', 'رقمالاثبات', 'الاقامه', 'iqamanumber'])
    .concat(['رقمالهويهالاقامه', 'الرقمالوطني', 'رقمالهويهاوالاقامه', 'رقمالبطاقه', 'idcard']),
  passport: ['passport', 'passportno', 'passportnumber', 'الجواز', 'رقمالجواز', 'جوازالسفر'].concat(
    ['رقمجوازالسفر', 'جواز'],
  ),
  given: [
    'given',
    'givenname',
    'first',
    'firstname',
    'forename',
    'fname',
    'namefirst',
    'forenames',
  ].concat(['الاسمالاول', 'الاول', 'اسمالاول', 'اسممقدمالطلب', 'الاسمالشخصي']),
  father: [
    'father',
    'fathername',
    'fathersname',
    'middlename',
    'middle',
    'secondname',
    'namefather',
    'midlname',
    'mname',
    'middleinitial',
  ].concat(['اسمالاب', 'الاب', 'الاسمالثاني', 'الثاني', 'اسمالوالد', 'الوالد']),
  grandfather: [
    'grandfather',
    'grandfathername',
    'grandfathersname',
    'thirdname',
    'namegrandfather',
  ].concat(['اسمالجد', 'الجد', 'الاسمالثالث', 'الثالث']),
  family: ['family', 'familyname', 'surname', 'last', 'lastname', 'lname', 'namefamily', 'tribe']
    .concat(['العائله', 'اسمالعائله', 'اللقب', 'الاسمالاخير', 'القبيله', 'الاسمالرابع', 'الرابع'])
    .concat(['الشهره', 'الاسره', 'اسمالاسره']),
  fullName: [
    'fullname',
    'name',
    'personname',
    'names',
    'beneficiaryname',
    'applicantname',
    'completename',
  ]
    .concat(['الاسم', 'الاسمالكامل', 'الاسمالرباعي', 'اسمالمستفيد', 'الاسمرباعي', 'الاسمالثلاثي'])
    .concat(['اسم', 'الاسمكاملا', 'اسمالمستفيده', 'nameofbeneficiary']),
  sex: ['sex', 'gender', 'الجنس', 'النوع'],
  birthCalendar: [
    'birthcalendar',
    'calendar',
    'التقويم',
    'نوعالتقويم',
    'تقويمالميلاد',
    'نوعالتاريخ',
  ].concat(['dobcalendar', 'calendartype']),
  birthDate: [
    'birthdate',
    'dateofbirth',
    'dob',
    'birth',
    'born',
    'birthday',
    'bdate',
    'birthdt',
    'yob',
  ]
    .concat(['تاريخالميلاد', 'الميلاد', 'تاريخالولاده', 'تاريخميلاد', 'المواليد', 'birthyear'])
    .concat(['تاريخالميلادهجري', 'تاريخالميلادميلادي', 'yearofbirth', 'سنهالميلاد']),
  mobile: ['mobile', 'mobileno', 'mobilenumber', 'phone', 'phonenumber', 'phoneno', 'telephone']
    .concat([
      'phonenum',
      'fullphonenum',
      'homephone',
      'tel',
      'cell',
      'cellphone',
      'contact',
      'contactnumber',
      'الجوال',
      'رقمالجوال',
      'جوال',
    ])
    .concat(['الهاتف', 'رقمالهاتف', 'هاتف', 'الموبايل', 'المحمول', 'رقمالتواصل']),
  email: ['email', 'emailaddress', 'mail', 'البريدالالكتروني', 'البريد', 'الايميل', 'بريدالكتروني'],
  street: [
    'street',
    'streetname',
    'address',
    'address1',
    'addressline1',
    'streetaddress',
    'addr',
    'addr1',
    'homeaddress',
    'residentialaddress',
    'resstreetaddress',
  ].concat(['الشارع', 'العنوان', 'اسمالشارع', 'عنوان', 'عنوانالسكن', 'شارع']),
  district: [
    'district',
    'neighborhood',
    'neighbourhood',
    'quarter',
    'locality',
    'الحي',
    'حي',
  ].concat(['اسمالحي', 'hai']),
  city: [
    'city',
    'town',
    'suburb',
    'rescity',
    'rescitydesc',
    'village',
    'المدينه',
    'مدينه',
    'القريه',
    'البلده',
    'المحافظه',
  ],
  region: ['region', 'state', 'province', 'county', 'governorate', 'المنطقه', 'منطقه', 'الاماره'],
  postalCode: ['postalcode', 'postcode', 'zip', 'zipcode', 'الرمزالبريدي', 'رمزبريدي'].concat([
    'الرمز',
    'صندوقالبريد',
  ]),
  occupation: ['occupation', 'job', 'profession', 'jobtitle', 'work', 'المهنه', 'الوظيفه', 'العمل'],
};

const ORDER: readonly ColumnRole[] = [
  'id',
  'nationalId',
  'passport',
  'given',
  'father',
  'grandfather',
  'family',
  'fullName',
  'sex',
  'birthCalendar',
  'birthDate',
  'mobile',
  'email',
  'street',
  'district',
  'city',
  'region',
  'postalCode',
  'occupation',
];

/** Headings that are no role but compare well, beside an address. */
const FURTHER = new Set([
  'streetnumber',
  'housenumber',
  'address2',
  'addressline2',
  'buildingnumber',
])
  .add('mothername')
  .add('mothersname')
  .add('maidenname')
  .add('placeofbirth')
  .add('birthplace')
  .add('اسمالام')
  .add('مكانالميلاد')
  .add('محلالميلاد')
  .add('رقمالمبني')
  .add('nationality')
  .add('الجنسيه');

/** How a heading is looked up: small letters and digits alone, Arabic folded. */
export function plainHeading(heading: string): string {
  return foldArabicLetters(heading.normalize('NFKC').toLowerCase()).replace(/[^\p{L}\p{N}]/gu, '');
}

/**
 * Finds the roles of columns by their headings. A heading that says nothing is left aside: it may well be
 * an answer that somebody put there to check against.
 */
export function guessColumns(headings: readonly string[]): ColumnMap {
  const map: Partial<Record<ColumnRole, string>> = {};
  const free = new Map(headings.map((heading) => [heading, plainHeading(heading)]));
  for (const exact of [true, false]) {
    for (const role of ORDER) {
      if (map[role] !== undefined) continue;
      for (const [heading, plain] of free) {
        if (!HEADINGS[role].some((known) => fits(plain, known, exact, role))) continue;
        map[role] = heading;
        free.delete(heading);
        break;
      }
    }
  }
  const compare = [...free].filter(([, plain]) => FURTHER.has(plain)).map(([heading]) => heading);
  return compare.length === 0 ? map : { ...map, compare };
}

/** What follows on the beginning of a heading that makes it another thing: a family's number, a birth's place. */
const ANOTHER_THING =
  /^s?(?:id|no|num|code|size|count|member|income|type|relation|status|order|place|country|age|phone|mobile|occupation|job|رقم|عدد)/;
const NAMES_AND_DATES = new Set<ColumnRole>([...NAME_PARTS, 'fullName', 'birthDate']);

/** A part of a wording counts only when it is long enough to say something by itself. */
function fits(plain: string, known: string, exact: boolean, role: ColumnRole): boolean {
  if (exact) return plain === known;
  if (known.length < 5 || plain.length > known.length + 12 || !plain.startsWith(known))
    return false;
  const isAnother = NAMES_AND_DATES.has(role) && ANOTHER_THING.test(plain.slice(known.length));
  return !isAnother && !FURTHER.has(plain);
}
