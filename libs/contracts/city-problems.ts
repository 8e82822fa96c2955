import type { ProblemWording } from './problem-wording';

/** What may be wrong with a city that is added or corrected. */
export type CityProblemCode =
  | 'city-code-unknown'
  | 'city-code-of-another-level'
  | 'city-code-of-another-name'
  | 'city-known-already'
  | 'city-maybe-known'
  | 'city-key-taken';

export const cityProblems: Record<CityProblemCode, ProblemWording> = {
  'city-code-unknown': {
    status: 422,
    title: { en: 'No place has this code', zh: '没有此代码' },
    sentence: {
      en: 'GB/T 2260 has no place with the code {gbCode|}. It has six digits: a prefecture ends in 00. Correct it, or leave it empty.',
      zh: 'GB/T 2260 中没有代码 {gbCode|}。代码为六位数字，地级市以 00 结尾。请更正或留空。',
    },
  },
  'city-code-of-another-level': {
    status: 422,
    title: { en: 'The code is of another level', zh: '代码与级别不符' },
    sentence: {
      en: '{gbCode|This code} is {place|a place} in GB/T 2260, which is a {codeLevel|place of another level}, and here it says {level|another one}.',
      zh: '{gbCode|此代码}在 GB/T 2260 中为{place|某地}，属于{codeLevel|其他级别}，而此处填写的是{level|另一级别}。',
    },
  },
  'city-code-of-another-name': {
    status: 422,
    title: { en: 'The code is of another place', zh: '代码与名称不符' },
    sentence: {
      en: '{gbCode|This code} is {place|another place} in GB/T 2260, and the Chinese name says {nameZh|otherwise}. One of the two is wrong.',
      zh: '{gbCode|此代码}在 GB/T 2260 中为{place|其他地方}，而中文名称为{nameZh|另一名称}，两者必有一误。',
    },
  },
  'city-known-already': {
    status: 409,
    title: { en: 'This city is here already', zh: '该城市已存在' },
    sentence: {
      en: '{city|The city} is here already: {because|it is the same one}. Use it, or correct what is known of it.',
      zh: '{city|该城市}已存在：{because|为同一城市}。请直接使用，或更正其资料。',
    },
  },
  'city-maybe-known': {
    status: 409,
    title: { en: 'It looks like a city that is here', zh: '与已有城市相似' },
    sentence: {
      en: '{city|A city} looks like it: {because|the names are alike}. If it is the same, use that one; if it is not, say that it is another one.',
      zh: '与{city|已有城市}相似：{because|名称相近}。如为同一城市，请直接使用；如不是，请注明为另一城市。',
    },
  },
  'city-key-taken': {
    status: 409,
    title: { en: 'The key is taken', zh: '标识已被占用' },
    sentence: {
      en: 'The key {key|} is that of {city|another city}. Choose another key, for example with the code behind it.',
      zh: '标识 {key|} 已属于{city|另一城市}。请另选一个，例如在其后加上代码。',
    },
  },
};
