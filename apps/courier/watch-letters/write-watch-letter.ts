import { parseStepRef, stepDefinition, type ProgrammeDefinition } from '@citypath/journey';
import { findingInWords, renderFor, titleOfStep, watchLetter, type RenderedLetter } from '@citypath/letters';
import type { OpenFinding, Person } from '@citypath/store';

/** Writes what was found to an administrator, in his or her language. */
export function writeWatchLetter({
  person,
  findings,
  toldBefore,
  definitions,
  publicUrl,
}: {
  person: Person;
  findings: readonly OpenFinding[];
  toldBefore: number;
  /** By the hash of their content; those of the steps that were found. */
  definitions: ReadonlyMap<string, ProgrammeDefinition>;
  publicUrl: string;
}): Pick<RenderedLetter, 'subject' | 'text' | 'html'> {
  return renderFor(person.language, (language) =>
    watchLetter({
      language,
      reader: person,
      isInBoth: person.language === null,
      toldBefore,
      watchUrl: `${publicUrl}/stuck#watch`,
      findings: findings.map((found) => {
        const { sentence, mends } = findingInWords(found, (_, ref) => {
          const definition = definitions.get(found.definitionHash ?? '');
          const step = definition && stepDefinition(definition, ref);
          return step ? titleOfStep(step, parseStepRef(ref)) : { en: ref, zh: ref };
        });
        const { kind, journeyId, city } = found;
        const place = mends.page ?? `/stuck#${journeyId === '' ? 'watch' : encodeURIComponent(journeyId)}`;
        const cityName = city && ((language === 'zh' ? city.nameZh : null) ?? city.nameEn);
        return { kind, city: cityName, sentence: sentence[language], url: `${publicUrl}${place}` };
      }),
    }),
  );
}
