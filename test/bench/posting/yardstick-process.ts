import type { Instant } from '@citypath/calendar';
import { composeMail, decideLetters, PostOffice } from '@citypath/courier';
import { Dossiers } from '@citypath/letters';
import { openMailTransport } from '@citypath/runtime';
import { openDataSource, type TakenLetter } from '@citypath/store';
import { Logger, run } from 'graphile-worker';
import { SENDER, SETTING, taskOfProcess, untilGo } from './posting-task';

/** As many letters at a time as our courier posts side by side. */
const AT_A_TIME = 20;

/** One letter as the task finds it. */
const LETTER = `
  SELECT l.id, l.attempts AS attempt, l.journey_id AS "journeyId", l.seq, l.kind, l.step_ref AS step, l.round, l.threshold,
    l.seat, l.holder, l.due_at AS "dueAt", l.passed_on_to AS "passedOnTo", l.expedited,
    j.programme_key AS "programmeKey", j.definition_hash AS "definitionHash", j.calendar_hash AS "calendarHash",
    j.state, j.stale, j.demonstration, c.key AS "cityKey", c.name_en AS "nameEn", c.name_zh AS "nameZh"
  FROM letters l JOIN journeys j ON j.id = l.journey_id JOIN cities c ON c.key = j.city_key
  WHERE l.id = $1 AND l.status = 'due'`;

const WRITTEN = `
  UPDATE letters SET status = 'posting', posting_since = $2, attempts = attempts + 1, recipient = $3, address = $4,
    language = $5, subject = $6, body_text = $7, body_html = $8, message_id = $9 WHERE id = $1`;

const ACCEPTED = `UPDATE letters SET status = 'accepted', settled_at = $2, smtp_response = $3 WHERE id = $1`;

/** The same unit as a job of a well-kept queue: found, decided, rendered, accepted by the mail server, recorded. */
async function post(): Promise<void> {
  const { databaseUrl, smtpUrl, now, count } = taskOfProcess();
  const dataSource = await openDataSource(databaseUrl);
  const postOffice = new PostOffice(openMailTransport({ smtpUrl, mode: 'local' }), SENDER);
  const dossiers = new Dossiers(dataSource);
  let done = 0;
  const ended = Promise.withResolvers<null>();
  await untilGo();
  const runner = await run({
    connectionString: databaseUrl,
    concurrency: AT_A_TIME,
    noHandleSignals: true,
    // Our courier writes no line a letter either.
    logger: new Logger(() => () => undefined),
    preset: { worker: { localQueue: { size: AT_A_TIME * 5 } } },
    taskList: {
      post: async (payload, { query }) => {
        const { rows } = await query<Record<string, unknown>>(LETTER, [(payload as { letter: string }).letter]);
        const letter = takenLetterOf(rows[0] ?? {});
        const dossier = await dossiers.open(letter);
        const received = { digestOn: null, ordinaryOn: null, ordinaryCount: 0 };
        const round = { person: letter.holder ?? '', round: 1, received, dossiers: [dossier] };
        const [decision] = decideLetters(round, () => null, now as Instant);
        const reader = dossier.people.get(letter.holder ?? '');
        if (decision?.kind !== 'send' || !reader) throw new Error(`Not sent: ${JSON.stringify(decision)}`);
        const { mail, composed } = composeMail(dossier, reader, now as Instant, SETTING, {
          sender: postOffice.sender,
          before: undefined,
        });
        const { recipient, address, language, subject, bodyText, bodyHtml, messageId } = composed;
        await query(WRITTEN, [letter.id, now, recipient, address, language, subject, bodyText, bodyHtml, messageId]);
        const outcome = await postOffice.post(mail);
        if (outcome.kind !== 'accepted') throw new Error(`Not accepted: ${outcome.response}`);
        await query(ACCEPTED, [letter.id, now, outcome.response]);
        done += 1;
        if (done === count) ended.resolve(null);
      },
    },
  });
  await ended.promise;
  await runner.stop();
  postOffice.close();
  await dataSource.destroy();
  process.disconnect();
}

function takenLetterOf(row: Record<string, unknown>): TakenLetter {
  const { programmeKey, definitionHash, calendarHash, state, stale, demonstration, cityKey, nameEn, nameZh } = row;
  const journey = { programmeKey, definitionHash, calendarHash, state, stale, demonstration };
  return {
    ...row,
    dueAt: (row['dueAt'] as Date).toISOString(),
    deferredSince: null,
    journey: { ...journey, city: { key: cityKey, nameEn, nameZh } },
  } as unknown as TakenLetter;
}

void post();
