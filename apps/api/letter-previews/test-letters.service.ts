import { createHash } from 'node:crypto';
import type { TestLetter as TestLetterShown, TestLetterRequest, TestLettersResponse, Text } from '@citypath/contracts';
import { asTest, renderFor } from '@citypath/letters';
import { TestLetters, type TestLetter } from '@citypath/store';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock';
import type { KnownJourney } from '../journeys/journey-reader';
import { ProblemError } from '../problems/problem-error';
import type { Reader } from '../session/reader';
import { PreviewedLetters } from './previewed-letters';

/** As many of one's own test letters as are told of. */
const MOST_SHOWN = 10;

/** Letters that somebody has sent to themselves, to see them in their own mail program. */
@Injectable()
export class TestLettersService {
  constructor(
    private readonly previewed: PreviewedLetters,
    private readonly letters: TestLetters,
    private readonly clock: Clock,
  ) {}

  /**
   * Puts the letter into the courier's hands, word for word as it is shown. The same key again is the same letter.
   * @throws ProblemError as PreviewedLetters does; idempotency-key-reused when the key was that of another letter
   */
  async ask(
    journey: KnownJourney,
    reader: Reader,
    idempotencyKey: string,
    { kind, step, language }: TestLetterRequest,
  ): Promise<TestLetterShown> {
    const { preview } = await this.previewed.one(journey, reader, { kind, step });
    const { subject, text, html } = renderFor(language === 'both' ? null : language, (one) =>
      asTest(preview.write(one), one),
    );
    const id = idOf(reader.person, idempotencyKey);
    const askedAt = this.clock.now();
    await this.letters.ask({ id, personId: reader.person, askedAt, subject, bodyText: text, bodyHtml: html });
    const kept = (await this.letters.ofPerson(reader.person, MOST_SHOWN)).find((letter) => letter.id === id);
    if (!kept || kept.subject !== subject) throw new ProblemError('idempotency-key-reused');
    return shown(kept);
  }

  async own(reader: Reader): Promise<TestLettersResponse> {
    return { letters: (await this.letters.ofPerson(reader.person, MOST_SHOWN)).map(shown) };
  }
}

function shown({ id, subject, askedAt, status, settledAt, smtpResponse }: TestLetter): TestLetterShown {
  const sentence = status === 'waiting' && smtpResponse !== null ? TRIED_AGAIN : SENTENCES[status];
  return { id, subject, askedAt, status, settledAt, sentence };
}

const TRIED_AGAIN: Text = {
  en: 'The mail server did not take it now; it is tried again by itself.',
  zh: '邮件服务器暂未接收，系统将自动重试。',
};

const SENTENCES: Record<TestLetter['status'], Text> = {
  waiting: { en: 'It goes in a moment.', zh: '即将发出。' },
  posting: { en: 'It is on its way to the mail server.', zh: '正在提交邮件服务器。' },
  accepted: { en: 'The mail server has taken it: look into your mailbox.', zh: '邮件服务器已接收，请查看您的邮箱。' },
  refused: {
    en: 'The mail server refused it. Please check your mail address.',
    zh: '邮件服务器拒收了此信，请核实您的邮箱地址。',
  },
  unknown: {
    en: 'It is not known whether it arrived. Look into your mailbox, or send another one.',
    zh: '是否送达尚不清楚。请查看邮箱，或再发送一次。',
  },
};

/** A UUID of the key, so that a request sent again finds the same letter. */
function idOf(person: string, idempotencyKey: string): string {
  const hash = createHash('sha256').update(`${person}\ntest-letter\n${idempotencyKey}`).digest('hex');
  return hash.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
