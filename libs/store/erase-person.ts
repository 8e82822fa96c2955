import { type EntityManager } from 'typeorm';
import type { Person } from './person';
import { Letter } from './rows/letter';
import { Person as PersonRow } from './rows/person';
import { PersonAddress } from './rows/person-address';
import { PersonIdentity } from './rows/person-identity';
import { ProgrammeSeat } from './rows/programme-seat';
import { Session } from './rows/session';
import { TestLetter } from './rows/test-letter';
import { WatchLetter } from './rows/watch-letter';
import { sql } from './sql';
import type { Instant } from './types';

/** Stands where the name or an address stood in the words of others. */
export const INSTEAD_OF_NAME = '[erased · 已删除]';

/**
 * Takes everything that names a person out of the records: the person's own, the letters to the person, the reasons
 * and comments that the person wrote, and the name and addresses in the words of others. What a city handed in, where
 * an event is held and whom it waits for are the city's and stay. The id stays too: journeys keep their history.
 *
 * Hazard: names in the words of others are found as they are written in the record, in the journeys that the person
 * had to do with; a namesake there loses the name as well.
 */
export async function erasePerson(transaction: EntityManager, person: Person, at: Instant): Promise<void> {
  const { id } = person;
  await eraseOwnWords(transaction, id, at);
  for (const form of formsOf(person)) await replaceInWords(transaction, id, form);
  // Requests of the last day hold the address, also those that no letter answered yet.
  await sql(
    transaction,
    `DELETE FROM sign_in_requests WHERE person_id = $1
       OR address_key IN (SELECT address_key FROM person_addresses WHERE person_id = $1)`,
    [id],
  );
  // A mail that came back and could not be believed names whom it was for.
  await sql(
    transaction,
    `DELETE FROM quarantined_mails q USING person_addresses a
     WHERE a.person_id = $1 AND position(convert_to(a.address_key, 'UTF8') IN convert_to(lower(convert_from(q.content, 'LATIN1')), 'UTF8')) > 0`,
    [id],
  );
  await transaction.update(PersonRow, { id }, { ...NOTHING_KNOWN, erasedAt: at });
  await transaction.update(PersonRow, { leaveSubstitute: id }, { leaveSubstitute: null });
  await transaction.update(
    Letter,
    { recipient: id },
    { address: null, subject: null, bodyText: null, bodyHtml: null, smtpResponse: null },
  );
  await transaction.delete(PersonAddress, { personId: id });
  await transaction.delete(PersonIdentity, { personId: id });
  await transaction.delete(Session, { personId: id });
  await transaction.delete(TestLetter, { personId: id });
  await transaction.update(WatchLetter, { personId: id }, { smtpResponse: null });
  await transaction.delete(ProgrammeSeat, { personId: id });
}

const NOTHING_KNOWN = {
  familyName: '',
  givenName: '',
  displayName: null,
  zhName: null,
  address: '',
  timeZone: null,
  titleEn: null,
  titleZh: null,
  leaveFromOn: null,
  leaveUntilOn: null,
  leaveSubstitute: null,
  calendarHash: null,
  lettersHeldUntilOn: null,
  isAdministrator: false,
};

/** Strings are reasons and comments; answers of forms are the city's. */
async function eraseOwnWords(transaction: EntityManager, id: string, at: Instant): Promise<void> {
  await sql(
    transaction,
    `UPDATE texts SET body = NULL, erased_at = $2
     WHERE by_person = $1 AND jsonb_typeof(body) = 'string' AND NOT EXISTS (
       SELECT FROM journal j WHERE j.journey_id = texts.journey_id
         AND texts.ref IN (j.body ->> 'place', j.body ->> 'awaiting'))`,
    [id, at],
  );
  await sql(transaction, 'UPDATE people_acts SET reason = NULL WHERE by_person = $1', [id]);
  await sql(transaction, 'UPDATE city_closures SET reason = $2 WHERE by_person = $1', [id, INSTEAD_OF_NAME]);
}

/** How the person is written, the longest first; a family name alone is everybody's. */
function formsOf({ familyName, givenName, displayName, zhName, address, otherAddresses }: Person): string[] {
  const names = [`${familyName} ${givenName}`, `${givenName} ${familyName}`, displayName ?? '', zhName ?? ''];
  const forms = [...names, address, ...otherAddresses].map((form) => form.trim()).filter((form) => form.length > 1);
  return [...new Set(forms)].sort((a, b) => b.length - a.length);
}

async function replaceInWords(transaction: EntityManager, id: string, form: string): Promise<void> {
  // In JSON a quotation mark or a backslash of the name is written otherwise, in HTML an ampersand.
  const inJson = JSON.stringify(form).slice(1, -1);
  const inHtml = form.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  await sql(
    transaction,
    `UPDATE texts SET body = replace(body::text, $2, $3)::jsonb
     WHERE strpos(body::text, $2) > 0 AND journey_id IN (${JOURNEYS_OF_PERSON})`,
    [id, inJson, INSTEAD_OF_NAME],
  );
  await sql(
    transaction,
    `UPDATE step_drafts SET answers = replace(answers::text, $2, $3)::jsonb
     WHERE strpos(answers::text, $2) > 0 AND journey_id IN (${JOURNEYS_OF_PERSON})`,
    [id, inJson, INSTEAD_OF_NAME],
  );
  await sql(
    transaction,
    `UPDATE letters SET subject = replace(subject, $2, $4), body_text = replace(body_text, $2, $4),
       body_html = replace(body_html, $3, $4)
     WHERE (strpos(body_text, $2) > 0 OR strpos(subject, $2) > 0) AND journey_id IN (${JOURNEYS_OF_PERSON})`,
    [id, form, inHtml, INSTEAD_OF_NAME],
  );
  // A line of an imported table names its people wherever it went.
  await sql(
    transaction,
    `UPDATE import_rows SET cells = replace(cells::text, $1, $2)::jsonb, plan = replace(plan::text, $1, $2)::jsonb,
       verdict = replace(verdict::text, $1, $2)::jsonb, said = replace(said::text, $1, $2)::jsonb
     WHERE strpos(concat(cells, plan, verdict, said), $1) > 0`,
    [inJson, INSTEAD_OF_NAME],
  );
  // Why somebody else was erased.
  await sql(transaction, 'UPDATE people_acts SET reason = replace(reason, $1, $2) WHERE strpos(reason, $1) > 0', [
    form,
    INSTEAD_OF_NAME,
  ]);
  // Days off are everybody's to read, and some are somebody's: a jubilee, a funeral.
  await sql(
    transaction,
    `UPDATE city_closures SET reason = replace(reason, $1, $2), title_en = replace(title_en, $1, $2),
       title_zh = replace(title_zh, $1, $2)
     WHERE strpos(concat_ws(' ', reason, title_en, title_zh), $1) > 0`,
    [form, INSTEAD_OF_NAME],
  );
  await sql(
    transaction,
    `UPDATE calendar_notices SET source = replace(source, $1, $2), title_en = replace(title_en, $1, $2),
       title_zh = replace(title_zh, $1, $2)
     WHERE strpos(concat_ws(' ', source, title_en, title_zh), $1) > 0`,
    [form, INSTEAD_OF_NAME],
  );
}

const JOURNEYS_OF_PERSON = `
  SELECT journey_id FROM journal
  WHERE by_person = $1 OR on_behalf_of = $1 OR strpos(body::text, '"' || $1 || '"') > 0
  UNION SELECT journey_id FROM letters WHERE recipient = $1 OR holder = $1`;
