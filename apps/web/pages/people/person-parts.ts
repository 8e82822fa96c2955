import type { PersonResponse } from '@citypath/contracts';
import type { Field, FormPart } from '../../forms/parts-of-form';
import type { peopleWords } from '../../words/people-words';

type Words = (typeof peopleWords)['en'];

/** The form of a person's details: its fields lie where the request wants them. */
export function personParts(words: Words): FormPart[] {
  const line = (pointer: string, label: string, more: { required?: boolean; hint?: string } = {}): FormPart =>
    field({ pointer, label, required: false, input: { type: 'line', maxLength: 200 }, ...more });
  const zones = Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }));
  return [
    line('/familyName', words.familyName, { required: true }),
    line('/givenName', words.givenName, { required: true }),
    line('/nameZh', words.nameZh, { hint: words.nameZhHint }),
    line('/displayName', words.displayName, { hint: words.displayNameHint }),
    line('/address', words.address, { required: true, hint: words.addressHint }),
    field({
      pointer: '/otherAddresses',
      label: words.otherAddresses,
      hint: words.otherAddressesHint,
      required: false,
      input: { type: 'names' },
    }),
    field({
      pointer: '/language',
      label: words.language,
      hint: words.languageHint,
      required: false,
      input: {
        type: 'choice',
        options: [
          { value: '', label: words.bothLanguages },
          { value: 'zh', label: words.languages.zh },
          { value: 'en', label: words.languages.en },
        ],
      },
    }),
    line('/titleZh', words.titleZh),
    line('/titleEn', words.titleEn),
    field({
      pointer: '/timeZone',
      label: words.timeZone,
      required: false,
      input: { type: 'choice', options: [{ value: '', label: words.zoneOfCity }, ...zones] },
    }),
  ];
}

/** What stands in the fields when a person is corrected. */
export function valuesOf(person: PersonResponse): Record<string, string> {
  return {
    '/familyName': person.familyName,
    '/givenName': person.givenName,
    '/nameZh': person.nameZh ?? '',
    '/displayName': person.displayName ?? '',
    '/address': person.address,
    '/otherAddresses': person.otherAddresses.join('\n'),
    '/language': person.language ?? '',
    '/titleZh': person.titleZh ?? '',
    '/titleEn': person.titleEn ?? '',
    '/timeZone': person.timeZone ?? '',
  };
}

function field(one: Field): FormPart {
  return { part: 'field', field: one };
}
