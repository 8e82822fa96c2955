/** `npm run build`: builds what is out of date, with the packages that are installed. */

import { ensureBuilt } from '../local/bootstrap/build.mjs';
import { giveUp } from '../local/bootstrap/say.mjs';

ensureBuilt(process.execPath).catch(giveUp);
