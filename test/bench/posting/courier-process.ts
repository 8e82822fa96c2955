import type { Instant } from '@citypath/calendar';
import { Courier, PostOffice } from '@citypath/courier';
import { openMailTransport } from '@citypath/runtime';
import { openDataSource } from '@citypath/store';
import { SENDER, SETTING, taskOfProcess, untilGo } from './posting-task';

/** Our courier, alone: it takes what is due, and ends. */
async function post(): Promise<void> {
  const { databaseUrl, smtpUrl, now } = taskOfProcess();
  const dataSource = await openDataSource(databaseUrl);
  const postOffice = new PostOffice(openMailTransport({ smtpUrl, mode: 'local' }), SENDER);
  const courier = new Courier(dataSource, postOffice, SETTING);
  await untilGo();
  for (;;) {
    const { more, failures, serverAway } = await courier.tick(now as Instant);
    if (failures[0]) throw failures[0].error;
    if (serverAway !== null) throw new Error(serverAway);
    if (!more) break;
  }
  postOffice.close();
  await dataSource.destroy();
  process.disconnect();
}

void post();
