import type { Text } from '@citypath/calendar';
import type { StepDefinition, StepState } from '@citypath/journey';

type Titled = Pick<StepDefinition, 'title' | 'repeats'>;

interface Named extends Pick<StepState, 'occurrence'> {
  title?: string | undefined;
}

/** A step's title; an occurrence adds its quarter, its year's number, or what it was named after. */
export function titleOfStep({ title, repeats }: Titled, { occurrence, title: item }: Named): Text {
  if (occurrence === null) return title;
  if (item !== undefined) return { en: `${title.en}: ${item}`, zh: `${title.zh}：${item}` };
  const [year, quarter] = occurrence.split('-Q');
  if (quarter !== undefined) {
    return { en: `${title.en} Q${quarter} ${year}`, zh: `${title.zh}（${year}年第${quarter}季度）` };
  }
  const isYearly = repeats?.every === 'year';
  return {
    en: `${title.en} ${occurrence}`,
    zh: isYearly ? `第${occurrence}次${title.zh}` : `${title.zh}${occurrence}`,
  };
}
