import type { Language } from '@citypath/calendar';
import type { CSSProperties } from 'react';

/*
 * Mail readers differ: QQ Mail drops <style>, Outlook for Windows knows no max-width and no padding on links.
 * So every rule that matters stands inline; <style> only adds the dark colours (marked important, since inline ones
 * rule otherwise) and figures of one width.
 */
const LATIN = "-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,'Helvetica Neue',Arial";
/** A Chinese font would give English its wide quotation marks where none of the others is there. */
export const FONT: Record<Language, string> = {
  en: `${LATIN},sans-serif`,
  zh: `${LATIN},'PingFang SC','Hiragino Sans GB','Microsoft YaHei','Noto Sans CJK SC',sans-serif`,
};

const INK = '#1a1f24';
const DIM = '#59636e';
const LINE = '#e1e5e8';
const ACCENT = '#0f6457';

const plain: CSSProperties = { margin: '0 0 16px', fontSize: '16px', lineHeight: '1.6' };

/** How the parts of a letter look by daylight; each has a class of the same name for the dark. */
export const STYLE = {
  page: { margin: 0, padding: 0 },
  sheet: { maxWidth: '600px', width: '100%' },
  cell: {
    padding: '0 20px 32px',
    borderTop: `4px solid ${ACCENT}`,
    fontSize: '16px',
    lineHeight: '1.6',
    color: INK,
    textAlign: 'left',
    wordBreak: 'normal',
    overflowWrap: 'anywhere',
    // No last line of one word or character, where the mail reader knows how.
    textWrap: 'pretty',
  },
  letterhead: { margin: '0 0 28px', padding: '14px 0 0', fontSize: '13px', lineHeight: '1.5', color: DIM },
  house: { color: ACCENT, fontWeight: 600 },
  notice: {
    margin: '0 0 24px',
    padding: '8px 12px',
    borderLeft: '3px solid #c3cad0',
    backgroundColor: '#f6f8f8',
    fontSize: '13px',
    lineHeight: '1.5',
    color: DIM,
  },
  block: plain,
  lead: { ...plain, fontSize: '18px', lineHeight: '1.55' },
  aside: { ...plain, fontSize: '14px', color: DIM },
  code: { margin: '0 0 16px', fontSize: '28px', lineHeight: '1.4', fontWeight: 600, letterSpacing: '2px' },
  date: { whiteSpace: 'nowrap' },
  leadDate: { whiteSpace: 'nowrap', fontWeight: 600 },
  quote: { ...plain, padding: '2px 0 2px 14px', borderLeft: `3px solid ${ACCENT}` },
  list: { ...plain, padding: '0 0 0 20px' },
  item: { margin: '0 0 4px' },
  group: { margin: '28px 0 0', padding: '0 0 6px', borderBottom: '1px solid #c3cad0', fontWeight: 600 },
  entry: { margin: 0, padding: '9px 0', borderBottom: `1px solid ${LINE}`, fontSize: '15px', lineHeight: '1.5' },
  entryLink: { color: INK, textDecoration: 'none' },
  act: { margin: '28px 0' },
  button: {
    padding: '13px 24px',
    borderRadius: '4px',
    backgroundColor: ACCENT,
    color: '#ffffff',
    fontSize: '16px',
    fontWeight: 600,
  },
  rule: { margin: '28px 0 16px', borderTop: `1px solid ${LINE}` },
  other: { margin: '36px 0 28px', borderTop: `4px solid ${ACCENT}` },
  small: { margin: '0 0 4px', fontSize: '13px', lineHeight: '1.6', color: DIM },
  link: { color: ACCENT, textDecoration: 'underline' },
} as const satisfies Record<string, CSSProperties>;

/** The page's own colours after dark. */
export const DARK = `:root{color-scheme:light dark;supported-color-schemes:light dark}
body{font-variant-numeric:tabular-nums}
@media (prefers-color-scheme:dark){
body,.cell{background:#121517!important;color:#e4e7ea!important}
.cell,.other{border-top-color:#68c3b1!important}
.letterhead,.aside,.small{color:#9ba5ae!important}
.house,.link{color:#68c3b1!important}
.notice{background:#191d20!important;border-color:#444c53!important;color:#9ba5ae!important}
.quote{border-color:#68c3b1!important}
.group{border-color:#444c53!important}
.entry,.rule{border-color:#2a3035!important}
.entryLink{color:#e4e7ea!important}
.button{background:#1d7c6c!important;color:#ffffff!important}
}`;
