import { Journal } from '../journal/journal';
import type { Letter } from '../plain';
import { People } from '../people';
import { type OwnDatabase, ownDatabase } from '../spec/own-database';
import { OneByOne } from '../spec/one-by-one';
import { MORNING, reminder, skipped, Yiwu } from '../spec/yiwu';
import type { Instant } from '../types';
import { Letters } from './letters';
import type { ComposedLetter } from './taken-letter';
import { emptyTables } from '../spec/empty-tables';

const LATER: Instant = '2026-11-23T01:10:00.000Z';

const written: ComposedLetter = {
  recipient: 'p-xiong',
  address: 'xiong.tao@yiwu.example',
  copiedTo: null,
  language: 'zh',
  subject: '义乌：研讨会报告',
  bodyText: '尊敬的熊副市长',
  bodyHtml: '<p>尊敬的熊副市长</p>',
  messageId: '<1@citypath.example>',
};

describe('the ledger of letters', () => {
  let database: OwnDatabase;
  let journal: Journal;
  let letters: Letters;
  let one: OneByOne;
  let yiwu: Yiwu;

  beforeAll(async () => {
    database = await ownDatabase(process.env['CITYPATH_TEST_DATABASE_URL']);
  });

  afterAll(() => database.drop());

  beforeEach(async () => {
    await emptyTables(database.dataSource, 'journeys', 'mailboxes');
    journal = new Journal(database.dataSource);
    letters = new Letters(database.dataSource);
    one = new OneByOne(letters);
    yiwu = await Yiwu.settled(database.dataSource);
  });

  const fellDue = (...thresholds: string[]) =>
    journal.record(yiwu.birth({ letters: thresholds.map((threshold) => reminder(1, { threshold })) }));
  const stepEnds = () =>
    journal.record(
      yiwu.request(1, [skipped(2)], { cancellations: [{ seq: 2, step: 'asw_report', reason: 'settled' }] }),
    );
  const only = async () => (await letters.ledger({}, { limit: 2 })).items[0]!;

  describe('taking', () => {
    it('gives a due letter with its journey and city, once', async () => {
      await fellDue('0');
      database.statements.length = 0;
      const taken = await one.take(MORNING, 10);

      expect(taken).toEqual([
        {
          ...reminder(1, { threshold: '0' }),
          id: expect.any(String) as string,
          attempt: 1,
          journeyId: '100rc-cn.yiwu',
          deferredSince: null,
          passedOnTo: null,
          expedited: false,
          journey: {
            programmeKey: '100rc-cn',
            definitionHash: expect.any(String) as string,
            calendarHash: expect.any(String) as string,
            state: expect.objectContaining({ head: 1 }) as unknown,
            stale: false,
            demonstration: false,
            city: { key: 'yiwu', nameEn: 'Yiwu', nameZh: null },
          },
        },
      ]);
      // Two for the letters, one that lets go of the turn.
      expect(database.statements).toHaveLength(3);
      expect(await one.take(MORNING, 10)).toEqual([]);
    });

    it('leaves what is due later', async () => {
      await fellDue('0');
      expect(await one.take('2026-11-23T00:59:59.999Z', 10)).toEqual([]);
    });

    it('gives each person to one of several couriers, with all letters', async () => {
      const people = Array.from({ length: 9 }, (_, place) => `p-${place}`);
      await journal.record(
        yiwu.birth({
          letters: people.flatMap((holder) => [
            reminder(1, { holder, threshold: '0' }),
            reminder(1, { holder, threshold: '+2' }),
          ]),
        }),
      );
      const limits = { people: 4, lettersOfPerson: 5, leaseBeganAt: '2026-11-23T00:58:00.000Z' as const };
      const rounds = (await Promise.all([1, 2, 3, 4].map(() => letters.takeRounds(MORNING, limits)))).flat();
      const rest = await letters.takeRounds(MORNING, { ...limits, people: 9 });

      const turns = [...rounds, ...rest];
      expect(turns.map(({ person }) => person).sort()).toEqual(people);
      for (const { letters: own, person } of turns) expect(own.map(({ holder }) => holder)).toEqual([person, person]);
      expect(await letters.takeRounds(MORNING, limits)).toEqual([]);
    });

    it('gives a turn again when it was let go of, and when the lease of a dead courier has run out', async () => {
      await fellDue('0', '+1', '+2');
      const limits = { people: 1, lettersOfPerson: 1, leaseBeganAt: MORNING };
      const [first] = await letters.takeRounds(MORNING, limits);
      expect(await letters.takeRounds(MORNING, limits)).toEqual([]);
      const [second] = await letters.takeRounds(LATER, { ...limits, leaseBeganAt: '2026-11-23T01:00:00.001Z' });
      expect([first?.letters.length, second?.letters.length, second?.round]).toEqual([1, 1, 2]);
      // The first one, thought dead, lets go of nothing that is another's.
      await letters.releaseClaims([first!]);
      expect(await letters.takeRounds(LATER, limits)).toEqual([]);
      await letters.releaseClaims([second!]);
      expect(await letters.takeRounds(LATER, limits)).toHaveLength(1);
    });
  });

  describe('composing', () => {
    it('writes down what is about to be posted', async () => {
      await fellDue('0');
      const [held] = await one.take(MORNING, 1);
      expect(await one.compose(held!, written, MORNING)).toBe(true);
      expect(await letters.byId(held!.id)).toMatchObject({ ...written, status: 'posting' });
      expect(((await only()) as Partial<Letter>).bodyText).toBeUndefined();
    });

    it('says no to a letter whose step ended meanwhile, and cancels it', async () => {
      await fellDue('0');
      const [held] = await one.take(MORNING, 1);
      await stepEnds();
      expect(await one.compose(held!, written, LATER)).toBe(false);
      expect(await only()).toMatchObject({ status: 'cancelled', crossed: false, reason: 'settled', settledAt: LATER });
    });
  });

  describe('settling', () => {
    it.each([
      [
        { kind: 'accepted', at: LATER, response: '250 queued' } as const,
        { status: 'accepted', smtpResponse: '250 queued' },
      ],
      [
        { kind: 'refused', at: LATER, response: '550 no such user', bounced: true, reason: null } as const,
        { status: 'refused', bouncedAt: LATER, smtpResponse: '550 no such user' },
      ],
      [
        { kind: 'refused', at: LATER, response: '450 later', bounced: false, reason: 'patience-ended' } as const,
        { status: 'refused', bouncedAt: null, reason: 'patience-ended' },
      ],
      [{ kind: 'unknown', at: LATER, response: null } as const, { status: 'unknown' }],
    ])('keeps %o', async (outcome, kept) => {
      await fellDue('0');
      const [held] = await one.take(MORNING, 1);
      expect(await one.settle(held!, outcome)).toBe(true);
      expect(await only()).toMatchObject({ ...kept, settledAt: LATER, crossed: false });
    });

    it('makes a letter due again after a temporary refusal, at its time', async () => {
      await fellDue('0');
      const [held] = await one.take(MORNING, 1);
      await one.settle(held!, {
        kind: 'deferred',
        at: MORNING,
        notBeforeAt: LATER,
        response: '450',
        deferredSince: MORNING,
      });
      expect(await one.take(MORNING, 1)).toEqual([]);
      expect(await one.take(LATER, 1)).toMatchObject([{ id: held!.id, attempt: 2, deferredSince: MORNING }]);
    });

    it('cancels a letter that was refused for the moment and crossed', async () => {
      await fellDue('0');
      const [held] = await one.take(MORNING, 1);
      await stepEnds();
      await one.settle(held!, {
        kind: 'deferred',
        at: LATER,
        notBeforeAt: LATER,
        response: '450',
        deferredSince: LATER,
      });
      expect(await only()).toMatchObject({ status: 'cancelled', crossed: false, reason: 'settled', settledAt: LATER });
    });
  });

  describe('after the death of a courier', () => {
    it('lists as unknown what may have been posted, and makes due again what was not', async () => {
      await fellDue('0', '+1');
      const [composed, untouched] = await one.take(MORNING, 2);
      await one.compose(composed!, written, MORNING);

      expect(await letters.recoverUnknown(MORNING, LATER)).toEqual({ unknown: 0, dueAgain: 0 });
      expect(await letters.recoverUnknown(LATER, LATER)).toEqual({ unknown: 1, dueAgain: 1 });

      expect(await letters.byId(composed!.id)).toMatchObject({ status: 'unknown', settledAt: LATER });
      expect(await one.take(LATER, 10)).toMatchObject([{ id: untouched!.id, attempt: 2 }]);
    });

    it('keeps the courier that was only slow from posting what another one has', async () => {
      await fellDue('0');
      const [slow] = await one.take(MORNING, 1);
      await letters.recoverUnknown(LATER, LATER);
      const [next] = await one.take(LATER, 1);

      expect(await one.compose(slow!, written, LATER)).toBe(false);
      expect(await one.settle(slow!, { kind: 'accepted', at: LATER, response: '250' })).toBe(false);
      expect(await one.compose(next!, written, LATER)).toBe(true);
    });

    it('takes the word of a slow courier for what became of an unknown letter', async () => {
      await fellDue('0');
      const [slow] = await one.take(MORNING, 1);
      await one.compose(slow!, written, MORNING);
      await letters.recoverUnknown(LATER, LATER);
      expect(await one.settle(slow!, { kind: 'accepted', at: LATER, response: '250' })).toBe(true);
      expect(await only()).toMatchObject({ status: 'accepted' });
    });
  });

  describe('reading', () => {
    it('pages from the newest to the oldest, each letter once', async () => {
      const hours = ['01', '02', '03', '03', '03', '04', '05'];
      const due = hours.map((hour, at) =>
        reminder(1, { threshold: `+${at}`, dueAt: `2026-11-23T${hour}:00:00.000Z` as Instant }),
      );
      await journal.record(yiwu.birth({ letters: due }));

      const seen: string[] = [];
      let after;
      do {
        const page = await letters.ledger({ journeyId: yiwu.journeyId }, { limit: 3, ...(after ? { after } : {}) });
        seen.push(...page.items.map((letter) => letter.threshold));
        expect(page.items.map((letter) => letter.dueAt)).toEqual(
          page.items
            .map((letter) => letter.dueAt)
            .sort()
            .reverse(),
        );
        after = page.next;
      } while (after);

      expect(seen).toHaveLength(7);
      expect(new Set(seen).size).toBe(7);
      expect(seen.at(0)).toBe('+6');
      expect(seen.at(-1)).toBe('+0');
    });

    it('filters by person, whether the letter is for or was written to that person, by state and by kind', async () => {
      await journal.record(
        yiwu.birth({ letters: [reminder(1), reminder(1, { kind: 'escalation', seat: 'manager', holder: null })] }),
      );
      const held = await one.take(MORNING, 10);
      const toManager = held.find((letter) => letter.seat === 'manager')!;
      await one.compose(toManager, { ...written, recipient: 'p-manager' }, MORNING);
      await one.settle(toManager, { kind: 'accepted', at: MORNING, response: '250' });

      const kinds = async (filter: Parameters<Letters['ledger']>[0]) =>
        (await letters.ledger(filter, { limit: 10 })).items.map((letter) => letter.kind);
      expect(await kinds({ person: 'p-manager' })).toEqual(['escalation']);
      expect(await kinds({ person: 'p-xiong' })).toEqual(['reminder']);
      expect(await kinds({ status: ['accepted', 'unknown'] })).toEqual(['escalation']);
      expect(await kinds({ kind: ['reminder'] })).toEqual(['reminder']);
    });

    it('forgets the words and the address of an erased person, and keeps that there was a letter', async () => {
      await fellDue('0');
      const people = new People(database.dataSource);
      await people.put({
        id: 'p-xiong',
        familyName: 'Xiong',
        givenName: 'Tao',
        displayName: null,
        zhName: null,
        address: 'xiong.tao@yiwu.example',
        language: 'zh',
        titleEn: 'Vice Mayor',
        titleZh: '副市长',
        isAdministrator: false,
      });
      const [held] = await one.take(MORNING, 1);
      await one.compose(held!, written, MORNING);
      await one.settle(held!, { kind: 'accepted', at: MORNING, response: '250' });

      await people.erase('p-xiong', LATER);

      expect(await letters.byId(held!.id)).toMatchObject({
        status: 'accepted',
        recipient: 'p-xiong',
        address: null,
        subject: null,
        bodyText: null,
        bodyHtml: null,
      });
      expect(await people.byId('p-xiong')).toMatchObject({ familyName: '', address: '', erasedAt: LATER });
    });
  });
});
