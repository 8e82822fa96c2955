/** The browser for the stories of the pages. */

import { existsSync } from 'node:fs';
import { say, PlainFault, takingLong } from '../local/bootstrap/say.mjs';
import { run, versionOf } from '../local/bootstrap/run.mjs';
import { install, mayInstall } from './debian.mjs';

/** Where a Chromium usually lies; one elsewhere is named by CHROMIUM. */
const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Finds a Chromium, or installs Debian's where we may. Gives the name under which specs find it in the environment. */
export async function chromium() {
  const program = process.env.CHROMIUM || (await installed()) || (await brought());
  if (!program || !(await versionOf(program, ['--version'])))
    throw new PlainFault(
      'The stories in a browser need Chromium or Chrome. Install one (Debian, Ubuntu: `sudo apt-get install chromium`), ' +
        'or name its program: CHROMIUM=/path/to/chromium npm test',
    );
  await ensureChineseFont();
  return { CITYPATH_TEST_CHROMIUM: program };
}

/** The first that is there and runs: Ubuntu's /usr/bin/chromium-browser may be an empty shell. */
async function installed() {
  for (const place of places) if (existsSync(place) && (await versionOf(place, ['--version']))) return place;
  return undefined;
}

async function brought() {
  if (!mayInstall) return undefined;
  await takingLong('Installing Chromium for the stories in a browser', 'once, about a minute', () =>
    install('chromium'),
  );
  return installed();
}

/** Without one, Chinese pages show boxes. No story fails of it: it is said, and that is all. */
async function ensureChineseFont() {
  if (process.platform !== 'linux') return;
  const fonts = await run('fc-list', [':lang=zh-cn']).catch(() => '');
  if (fonts.trim() !== '') return;
  if (!mayInstall) {
    say('No Chinese font is installed: Chinese pages will show boxes (Debian, Ubuntu: fonts-noto-cjk).');
    return;
  }
  await takingLong('Installing a Chinese font', 'once, under a minute', () => install('fontconfig', 'fonts-noto-cjk'));
}
