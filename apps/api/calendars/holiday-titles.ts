/** The Chinese names of holidays that many countries keep; the package knows few of them. */
const CHINESE: Record<string, string> = {
  "New Year's Day": '元旦',
  Epiphany: '主显节',
  'Good Friday': '耶稣受难日',
  'Easter Sunday': '复活节',
  'Easter Monday': '复活节星期一',
  'Labour Day': '劳动节',
  'Ascension Day': '耶稣升天节',
  Pentecost: '圣灵降临节',
  'Whit Monday': '圣灵降临节星期一',
  'Corpus Christi': '基督圣体节',
  Assumption: '圣母升天节',
  "All Saints' Day": '诸圣节',
  'Immaculate Conception': '圣母无染原罪节',
  'Christmas Eve': '平安夜',
  'Christmas Day': '圣诞节',
  'Boxing Day': '圣诞节次日',
  "St. Stephen's Day": '圣斯德望日',
  'National Day': '国庆节',
  'National Holiday': '国庆节',
  'German Unity Day': '德国统一日',
  'Independence Day': '独立日',
  'Republic Day': '共和国日',
  'Constitution Day': '宪法日',
  'Victory Day': '胜利日',
  'Armistice Day': '停战日',
  'Liberation Day': '解放日',
  'Bastille Day': '法国国庆日',
  "King's Day": '国王节',
  'Reformation Day': '宗教改革日',
  'Chinese New Year': '农历新年',
  'Korean New Year': '农历新年',
  'Korean Thanksgiving': '中秋节',
  'End of Ramadan (Eid al-Fitr)': '开斋节',
  'Feast of the Sacrifice (Eid al-Adha)': '宰牲节',
  'Islamic New Year': '伊斯兰新年',
  'Birthday of Muhammad (Mawlid)': '圣纪节',
  'Orthodox Easter Monday': '东正教复活节星期一',
  'Orthodox Good Friday': '东正教耶稣受难日',
};

/** The Chinese name of a holiday by its English one; any other is a public holiday. */
export function chineseHolidayTitle(en: string): string {
  const plain = en.replace(/ \(substitute day\)$/, '');
  const zh = CHINESE[plain] ?? '公众假日';
  return plain === en ? zh : `${zh}（补假）`;
}
