import type { CreatePersonRequest } from '@citypath/contracts';

/**
 * The people of the first network, as its launch note names them. Their addresses are invented (`.example` cannot be
 * delivered anywhere); Chinese names are left out because none is confirmed. Who is not named there is a placeholder
 * and says so.
 */
export const cast = {
  qiu: officer('Qiu', 'Aijun', 'deyang'),
  xia: officer('Xia', 'Yunlong', 'huangshi'),
  xiao: officer('Xiao', 'Yuxin', 'haiyan'),
  xiong: { ...officer('Xiong', 'Tao', 'yiwu'), titleEn: 'Vice Mayor', titleZh: '副市长' },
  wang: { ...officer('Wang', 'Suishe', 'haiyan'), titleEn: 'Mayor', titleZh: '市长' },
  sorkin: {
    familyName: 'Sorkin',
    givenName: 'Lauren',
    displayName: 'Lauren Sorkin',
    titleEn: 'Regional Director Asia Pacific',
    titleZh: '亚太区主任',
    address: 'lauren.sorkin@network.example',
    language: 'en',
  },
  manager: {
    familyName: 'Manager',
    givenName: 'Programme',
    displayName: 'Programme manager (placeholder)',
    address: 'programme.manager@network.example',
    language: 'en',
  },
  ccud: {
    familyName: 'CCUD',
    givenName: 'Evaluation',
    displayName: 'China Center for Urban Development',
    address: 'evaluation@ccud.example',
    language: 'zh',
  },
} satisfies Record<string, CreatePersonRequest>;

export type CastKey = keyof typeof cast;

/** Who holds the seats of the programme. The launch note names no programme manager. */
export const programmeSeats: { seat: string; holder: CastKey }[] = [
  { seat: 'manager', holder: 'manager' },
  { seat: 'director', holder: 'sorkin' },
  { seat: 'evaluator', holder: 'ccud' },
];

function officer(familyName: string, givenName: string, city: string): CreatePersonRequest {
  const address = `${familyName}.${givenName}@${city}.example`.toLowerCase();
  return { familyName, givenName, displayName: `${familyName} ${givenName}`, address, language: 'zh' };
}
