import type { Text } from '@citypath/contracts';
import type { Fact } from '@citypath/journey';
import type { Names } from '../names';

/** Who did it, and for whom: "Li Na for Xiong Tao". What nobody did, CityPath did. */
export function actorText({ by, onBehalfOf }: Pick<Fact, 'by' | 'onBehalfOf'>, names: Names): Text {
  if (by === null) return { en: 'CityPath', zh: 'CityPath' };
  const actor = names.personText(by);
  if (onBehalfOf === null || onBehalfOf === by) return actor;
  const principal = names.personText(onBehalfOf);
  return { en: `${actor.en} for ${principal.en}`, zh: `${actor.zh}代${principal.zh}` };
}
