import type { Language } from '@citypath/calendar';
import type { LetterText, Link, Paragraph } from '../kinds/letter-text';
import { escapeHtml, keepDatesWhole, manyLines } from './plain';

/*
 * Mail readers differ: QQ Mail drops <style>, Outlook for Windows knows no max-width and no padding on links.
 * So every rule that matters stands inline, plain blocks read well at any width, and <style> only adds the dark
 * colours (marked important, since inline ones rule otherwise).
 */
const FONT =
  "-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,'Helvetica Neue',Arial,'PingFang SC','Hiragino Sans GB','Microsoft YaHei','Noto Sans CJK SC',sans-serif";

const STYLE = {
  sheet: `max-width:600px;margin:0 auto;padding:24px 20px;font-family:${FONT};font-size:16px;line-height:1.6;color:#1f2328;text-align:left;word-break:normal;overflow-wrap:anywhere`,
  block: 'margin:0 0 16px',
  quote: 'margin:0 0 16px;padding:2px 0 2px 14px;border-left:3px solid #b6c2cf',
  list: 'margin:0 0 16px;padding:0 0 0 22px',
  button:
    'display:inline-block;padding:11px 20px;border-radius:3px;background:#0f6457;color:#ffffff;font-weight:600;text-decoration:none',
  small: 'margin:0 0 4px;font-size:13px;line-height:1.6;color:#57606a',
  rule: 'margin:24px 0 16px;border:0;border-top:1px solid #d5dae0',
  link: 'color:#0f6457',
} as const;

const DARK = `:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){
body,.sheet{background:#15181c!important;color:#e6e8eb!important}
.small{color:#a3adb8!important}
.quote{border-color:#4a5561!important}
.rule{border-color:#343b43!important}
.link{color:#68c3b1!important}
.button{background:#1d7c6c!important;color:#ffffff!important}
}`;

/** A letter as HTML of its own: no images, no scripts, nothing fetched, everything escaped. */
export function htmlOf(letter: LetterText, language: Language): string {
  // Where a mail reader shows no button, the address still stands there.
  const colon = language === 'zh' ? '：' : ': ';
  const body = [
    block(letter.greeting),
    ...letter.paragraphs.map(paragraphAsHtml),
    ...(letter.button ? [button(letter.button)] : []),
    ...letter.afterwards.map(block),
    `<hr class="rule" style="${STYLE.rule}">`,
    ...letter.footnotes.map((note) => small(typeof note === 'string' ? escapeHtml(note) : anchor(note))),
    ...(letter.button ? [small(addressOf(letter.button, colon))] : []),
  ];
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(letter.subject)}</title>
<style>${DARK}</style>
</head>
<body style="margin:0;padding:0">
<div class="sheet" style="${STYLE.sheet}">
${body.join('\n')}
</div>
</body>
</html>
`;
}

function button({ label, url }: Link): string {
  return `<p style="margin:24px 0"><a class="button" href="${escapeHtml(url)}" style="${STYLE.button}">${escapeHtml(label)}</a></p>`;
}

function addressOf({ label, url }: Link, colon: string): string {
  return `${escapeHtml(label)}${colon}${anchor({ label: url, url })}`;
}

function paragraphAsHtml(paragraph: Paragraph): string {
  if (typeof paragraph === 'string') return block(paragraph);
  if ('list' in paragraph) {
    const items = paragraph.list.map((item) => `<li>${keepDatesWhole(escapeHtml(item))}</li>`).join('\n');
    return `<ul style="${STYLE.list}">\n${items}\n</ul>`;
  }
  const lines = manyLines(paragraph.quote).map(escapeHtml).join('<br>\n');
  return `<blockquote class="quote" style="${STYLE.quote}">${lines}</blockquote>`;
}

function block(text: string): string {
  return `<p style="${STYLE.block}">${keepDatesWhole(escapeHtml(text))}</p>`;
}

function small(html: string): string {
  return `<p class="small" style="${STYLE.small}">${html}</p>`;
}

function anchor({ label, url }: Link): string {
  return `<a class="link" href="${escapeHtml(url)}" style="${STYLE.link}">${escapeHtml(label)}</a>`;
}
