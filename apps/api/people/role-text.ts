import type { Role, Text } from '@citypath/contracts';

/** A role in a sentence: 'Chief Resilience Officer of Yiwu (liaison)'. */
export function roleText(role: Role): Text {
  switch (role.role) {
    case 'administrator':
      return { en: 'administrator', zh: '系统管理员' };
    case 'programme':
      return role.seatTitle;
    case 'city': {
      const city = { en: role.city.nameEn, zh: role.city.nameZh ?? role.city.nameEn };
      return {
        en: `${role.seatTitle.en} of ${city.en}${role.liaison ? ' (liaison)' : ''}`,
        zh: `${city.zh}${role.seatTitle.zh}${role.liaison ? '（联络员）' : ''}`,
      };
    }
  }
}
