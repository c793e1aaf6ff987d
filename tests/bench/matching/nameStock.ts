/** A name in Arabic and as passports and forms write it in Latin letters. */
export interface StockName {
  readonly arabic: string;
  readonly latin: readonly string[];
}

/** `name=Latin/Latin`, the most common first. */
function stockOf(text: string): readonly StockName[] {
  return text
    .trim()
    .split(/\s*\|\s*|\s*\n\s*/)
    .map((entry) => {
      const [arabic = '', latin = ''] = entry.split('=');
      return { arabic, latin: latin.split('/') };
    });
}

export const MALE_NAMES = stockOf(`
محمد=Mohammed/Muhammad/Mohamed/Mohammad | عبد الله=Abdullah/Abdallah/Abdulla | أحمد=Ahmed/Ahmad
عبد الرحمن=Abdulrahman/Abdul Rahman/Abdelrahman | خالد=Khalid/Khaled | فهد=Fahad/Fahd
سعد=Saad/Sa'ad | علي=Ali/Aly | سلطان=Sultan/Soltan | عبد العزيز=Abdulaziz/Abdul Aziz/Abdelaziz
صالح=Saleh/Salih | ناصر=Nasser/Nasir/Naser | إبراهيم=Ibrahim/Ebrahim/Ibraheem | سعود=Saud/Saoud
فيصل=Faisal/Faysal | عمر=Omar/Umar | يوسف=Yousef/Yusuf/Youssef | حسن=Hassan/Hasan
تركي=Turki/Turky | سعيد=Saeed/Said/Saed | ماجد=Majid/Majed | بندر=Bandar/Bander
سلمان=Salman/Selman | عبد المجيد=Abdulmajeed/Abdulmajid/Abdul Majid | حسين=Hussain/Hussein/Husain
مشعل=Mishal/Meshal/Mishaal | نايف=Naif/Nayef | راشد=Rashid/Rashed | حمد=Hamad
عبد المحسن=Abdulmohsen/Abdul Muhsin/Abdulmuhsin | طلال=Talal | ياسر=Yasser/Yasir
عبد الكريم=Abdulkarim/Abdul Kareem/Abdulkareem | مساعد=Musaed/Mosaed/Musaad | وليد=Waleed/Walid
عبد الإله=Abdulelah/Abdulilah | زياد=Ziyad/Ziad | سامي=Sami/Samy | مبارك=Mubarak/Mobarak
حمود=Hamoud/Hamood | عادل=Adel/Adil | يحيى=Yahya/Yehia/Yahia | موسى=Musa/Mousa/Moussa
عثمان=Othman/Osman/Uthman | جابر=Jaber/Jabir | منصور=Mansour/Mansoor/Mansur | بدر=Badr/Bader
رائد=Raed/Raid | ثامر=Thamer/Thamir | هاني=Hani/Hany | أنس=Anas | معاذ=Muath/Moaz/Muadh
عايض=Ayedh/Ayed/Aidh | مقرن=Muqrin/Mogren | متعب=Mutaib/Mitab/Miteb | غازي=Ghazi/Gazi
نواف=Nawaf/Nawwaf | هادي=Hadi/Hady | حامد=Hamed/Hamid | أسامة=Osama/Usama/Ossama
عبد اللطيف=Abdullatif/Abdul Latif/Abdulateef | عبد الوهاب=Abdulwahab/Abdul Wahhab
إسماعيل=Ismail/Ismael/Esmail | داود=Dawood/Daoud/Dawud | سليمان=Sulaiman/Suleiman/Solaiman
جمال=Jamal/Gamal | كمال=Kamal | مازن=Mazen/Mazin | رامي=Rami/Ramy | شاكر=Shaker/Shakir
ضيف الله=Dhaifallah/Daifallah/Thaifallah | عطية=Attiah/Atiya/Atiyah | جمعة=Jumah/Jomaa/Gomaa
حاتم=Hatem/Hatim | عوض=Awad/Awadh | مسفر=Misfer/Mesfer | زايد=Zayed/Zaid | ظافر=Dhafer/Thafer
مرزوق=Marzouq/Marzook | صقر=Saqr/Saqer | شجاع=Shuja/Shojaa | لافي=Lafi | عواد=Awwad/Awad
غانم=Ghanem/Ghanim | دخيل=Dakhil/Dakheel | عيد=Eid/Aid | صلاح الدين=Salahuddin/Salah Eldin
نور الدين=Nooruddin/Noureddine | سيف=Saif/Seif | عمرو=Amr/Amro | حمدان=Hamdan | عبيد=Obaid/Ubaid
`);

export const FEMALE_NAMES = stockOf(`
فاطمة=Fatimah/Fatima/Fatma | نورة=Norah/Noura/Nora | سارة=Sarah/Sara | مريم=Maryam/Mariam/Mariyam
عائشة=Aisha/Ayesha/Aishah | منيرة=Munirah/Monera/Munira | هدى=Huda/Hoda | ريم=Reem/Rim
أمل=Amal | منى=Mona/Muna | نوف=Nouf/Noof | حصة=Hessa/Hissah | لطيفة=Latifah/Lateefa
العنود=Alanoud/Al Anood | جواهر=Jawaher/Jawahir | شيخة=Sheikha/Shaikha | أسماء=Asma/Asmaa
خديجة=Khadijah/Khadija/Khadeeja | زينب=Zainab/Zaynab/Zeinab | مها=Maha | هيفاء=Haifa/Hayfa
وفاء=Wafa/Wafaa | ندى=Nada | رنا=Rana | دانة=Dana/Danah | لمى=Lama | غادة=Ghada/Ghadah
عبير=Abeer/Abir | بدرية=Badriah/Badriya | سميرة=Samira/Sameera | حنان=Hanan | إيمان=Eman/Iman
أمينة=Aminah/Amina | آمنة=Amna/Aminah | ليلى=Layla/Laila/Leila | رقية=Ruqayyah/Rukaya
صفية=Safiyah/Safia | سلمى=Salma | شهد=Shahad/Shahd | رهف=Rahaf | لجين=Lujain/Lojain
جود=Joud/Jood | ديمة=Deema/Dima | روان=Rawan | أروى=Arwa | بشاير=Bashayer | مشاعل=Mashael/Mishael
موضي=Modhi/Mody | طرفة=Turfah/Tarfa | نجلاء=Najla/Najlaa | سحر=Sahar | سمر=Samar | هند=Hind
خلود=Khulud/Kholoud | أم كلثوم=Umm Kulthum/Om Kalthoum | هبة الله=Hibatullah/Hebatallah
عفاف=Afaf | رحمة=Rahma/Rahmah | سعاد=Suad/Soad | جميلة=Jamilah/Jameela | حليمة=Halimah/Haleema
مزنة=Muznah/Mozna | وضحى=Wadha/Wadhha | غزيل=Ghuzayyil/Gozeel | تهاني=Tahani | فوزية=Fawziah/Fouzia
`);

export const FAMILIES = stockOf(`
الغامدي=Alghamdi/Al-Ghamdi/Al Ghamdi | القحطاني=Alqahtani/Al-Qahtani/Alkahtani
العتيبي=Alotaibi/Al-Otaibi/Alutaibi | الحربي=Alharbi/Al-Harbi/Al Harbi | المطيري=Almutairi/Al-Mutairi
الشهري=Alshehri/Al-Shehri/Alshahri | الدوسري=Aldosari/Al-Dawsari/Aldossary | العنزي=Alanazi/Al-Enezi/Alenazi
الزهراني=Alzahrani/Al-Zahrani | الشمري=Alshammari/Al-Shammari/Alshamari | السبيعي=Alsubaie/Al-Subaie
القرني=Alqarni/Al-Qarni | المالكي=Almalki/Al-Malki | عسيري=Asiri/Aseeri | الجهني=Aljuhani/Al-Johani
البلوي=Albalawi/Al-Balawi | الرشيدي=Alrashidi/Al-Rasheedi | السلمي=Alsulami/Al-Solami
العمري=Alamri/Al-Omari | الأحمدي=Alahmadi/Al-Ahmadi | الثقفي=Althaqafi/Al-Thagafi | الخالدي=Alkhaldi/Al-Khalidi
اليامي=Alyami/Al-Yami | هوساوي=Hawsawi/Hausawi | فلاتة=Fallatah/Fallata | برناوي=Bernawi/Barnawi
الشريف=Alsharif/Al-Shareef | العلي=Alali/Al-Ali | السعدي=Alsaadi/Al-Saadi | الحازمي=Alhazmi/Al-Hazmi
البقمي=Albogami/Al-Baqami | الرويلي=Alruwaili/Al-Rowaili | الشراري=Alsharari | العطوي=Alatawi/Al-Atwi
الهذلي=Alhuthali/Al-Hudhali | المولد=Almuwallad/Al-Mowalad | الصاعدي=Alsaedi/Al-Saadi | العوفي=Aloufi/Al-Awfi
حكمي=Hakami/Hakamy | مغربي=Maghrabi/Magrabi | خياط=Khayat/Khayyat | باوزير=Bawazir/Bawazeer
تركستاني=Turkistani/Turkestani | بخاري=Bukhari/Bokhari | الصبحي=Alsubhi/Al-Sobhi | الردادي=Alraddadi
المحمادي=Almohammadi/Al-Mihmadi | اللحياني=Allihyani/Al-Lehyani | الطويرقي=Altuwairqi/Al-Towairgi
السفياني=Alsufyani/Al-Sofiani | النفيعي=Alnofaie/Al-Nufaie | الروقي=Alruqi/Al-Rougi | السهلي=Alsahli/Al-Sahli
الرحيلي=Alruhaili/Al-Rehaily | الجابري=Aljabri/Al-Jaberi | الفيفي=Alfaifi/Al-Faifi | المدخلي=Almadkhali
النجمي=Alnajmi | حمدي=Hamdi/Hamdy | الحارثي=Alharthi/Al-Harithi | الوادعي=Alwadei/Al-Wadaei
آل سعد=Al Saad/Alsaad | آل علي=Al Ali/Alali | الربيعان=Alrabiaan | السديري=Alsudairi/Al-Sudairy
التميمي=Altamimi/Al-Tamimi | العسكر=Alaskar | الفوزان=Alfawzan/Al-Fozan | الراجحي=Alrajhi/Al-Rajhi
القاضي=Alqadi/Al-Kadi | النعيمي=Alnaimi/Al-Nuaimi | المري=Almarri/Al-Murri | الهاجري=Alhajri/Al-Hajeri
العجمي=Alajmi/Al-Ajami | بن لادن=Binladin | أبو الخيل=Abalkhail/Abu Alkhail | أبا الحسن=Abalhassan
`);

export const FOREIGN_MALE = stockOf(`
محمد=Mohammed/Muhammad/Mohamed | أحمد=Ahmed/Ahmad | محمود=Mahmoud/Mahmood | مصطفى=Mostafa/Mustafa
إبراهيم=Ibrahim/Ebrahim | كريم=Karim/Kareem | رحيم=Rahim/Raheem | طارق=Tariq/Tarek | عمران=Imran/Emran
شهزاد=Shahzad | نديم=Nadeem/Nadim | عابدين=Abidin/Abdeen | بلال=Bilal/Belal | تاج الدين=Tajuddin/Taj Eldin
رفيق=Rafiq/Rafeeq | سراج=Siraj/Seraj | عارف=Arif/Aref | إقبال=Iqbal/Eqbal | صادق=Sadiq/Sadek
`);

export const FOREIGN_FEMALE = stockOf(`
فاطمة=Fatima/Fatimah/Fatma | زينب=Zainab/Zeinab | هاجر=Hajar/Hagar | سعدية=Sadia/Saadia
نسرين=Nasrin/Nasreen | شبانة=Shabana | رشيدة=Rashida/Rasheda | كلثوم=Kulthum/Kalsoom | حواء=Hawa/Hawwa
`);

export const FOREIGN_FAMILIES = stockOf(`
خان=Khan | السيد=Elsayed/El Sayed/Al Sayed | حسن=Hassan/Hasan | عثمان=Osman/Othman | شيخ=Sheikh/Shaikh
إسلام=Islam/Eslam | الحداد=Alhaddad/El Haddad | النجار=Alnajjar/El Naggar | آدم=Adam/Adem
صديقي=Siddiqui/Siddiqi | قريشي=Qureshi/Quraishi | المقطري=Almaqtari | باكثير=Bakathir | بيغم=Begum
الخطيب=Alkhatib/El Khatib | أبكر=Abakar/Abbakar | دياللو=Diallo | توري=Toure/Touray
`);
