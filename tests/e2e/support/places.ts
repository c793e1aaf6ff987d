/** What is typed where any text will do. */
export const PLACE = 'مكة المكرمة، بطحاء قريش';
