import type { Language } from '@citypath/calendar';
// Part by part: @react-email/components brings compilers along that take a second to load.
import { Body } from '@react-email/body';
import { Container } from '@react-email/container';
import { Head } from '@react-email/head';
import { Hr } from '@react-email/hr';
import { Html } from '@react-email/html';
import { Fragment, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { LetterText } from '../kinds/letter-text';
import { langOf } from './languages';
import { LetterBody } from './letter-body';
import { DARK, FONT, STYLE } from './letter-style';
import { PreviewLine } from './preview-line';

/** A letter's words in one language. */
export interface Wording {
  language: Language;
  letter: LetterText;
}

export interface LetterSheetProps {
  subject: string;
  preview: string;
  /** One, or one a language: the first is read first. */
  wordings: Wording[];
}

/** A letter as a page of its own: no images, no scripts, nothing fetched, everything escaped. */
export function LetterSheet({ subject, preview, wordings }: LetterSheetProps) {
  return (
    <Html lang={langOf(wordings[0]?.language ?? 'en')}>
      <Head>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{subject}</title>
        <style>{DARK}</style>
      </Head>
      <Body style={STYLE.page}>
        <PreviewLine words={preview} />
        <OutlookFrame>
          <Container style={STYLE.sheet}>
            <table width="100%" border={0} cellPadding={0} cellSpacing={0} role="presentation">
              <tbody>
                <tr>
                  <td className="cell" style={STYLE.cell}>
                    {wordings.map(({ language, letter }, position) => (
                      <Fragment key={language}>
                        {position > 0 && <Hr className="other" style={STYLE.other} />}
                        <div lang={langOf(language)} style={{ fontFamily: FONT[language] }}>
                          <LetterBody
                            letter={letter}
                            language={language}
                            below={wordings[position + 1]?.language ?? null}
                          />
                        </div>
                      </Fragment>
                    ))}
                  </td>
                </tr>
              </tbody>
            </table>
          </Container>
        </OutlookFrame>
      </Body>
    </Html>
  );
}

const FRAME_OPENS =
  '<!--[if mso]><table role="presentation" width="600" align="center" cellpadding="0" cellspacing="0"><tr><td><![endif]-->';
const FRAME_CLOSES = '<!--[if mso]></td></tr></table><![endif]-->';

/** 600 pixels for Outlook on Windows, which knows no max-width. React writes no comments, so the markup is put together. */
function OutlookFrame({ children }: { children: ReactNode }) {
  return <div dangerouslySetInnerHTML={{ __html: `${FRAME_OPENS}${renderToStaticMarkup(children)}${FRAME_CLOSES}` }} />;
}
