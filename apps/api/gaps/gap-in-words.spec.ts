import type { Gap } from '@citypath/contracts';
import type { JourneyState } from '@citypath/journey';
import type { PersonStanding } from '@citypath/post';
import type { Directory } from '../journeys/names';
import { director, directory, journeyOf, manager, reader, told } from '../spec/yiwu';
import { gapInWords } from './gap-in-words';
import { gapsOfJourney } from './gaps-of-journey';

const today = '2026-11-23';
const administrator = reader('p-administrator', { administrator: true });

/** Yiwu as it was taken over, with other people in its seats or another standing of them. */
function gaps(change: Partial<Directory>, who = manager, seats: JourneyState['seats'] = {}): Gap[] {
  const { state } = told();
  const changed = { ...directory, ...change };
  const journey = journeyOf({ ...state, seats: { ...state.seats, ...seats } });
  return gapsOfJourney(journey, changed, today).map((group) => gapInWords(group, changed, who, today));
}

const standing = (id: string, change: Partial<PersonStanding>): Pick<Directory, 'standing'> => {
  const known = directory.standing.get(id)!;
  return { standing: new Map([...directory.standing, [id, { ...known, ...change }]]) };
};

test('where everybody is in post and in reach nothing would fail', () => {
  expect(gaps({})).toEqual([]);
});

test('an empty seat of the programme is told with what it does, and mended by an administrator', () => {
  const vacant = { programmeSeats: { manager: 'p-manager', director: null } };
  const [gap, ...others] = gaps(vacant);
  expect(others).toEqual([]);
  expect(gap).toMatchObject({ kind: 'vacant', city: { key: 'yiwu' }, cities: 1 });
  expect(gap?.sentence.en).toMatch(
    /^Nobody is Programme director\. That seat is told of the delay of \d+ open steps\.$/,
  );
  expect(gap?.sentence.zh).toMatch(/^项目主任空缺。该职务接收\d+个进行中的步骤的延误通报。$/);
  expect(gap?.mends).toEqual({
    title: {
      en: 'Give somebody the seat: Programme director (an administrator does this)',
      zh: '任命项目主任（由系统管理员办理）',
    },
    page: null,
  });
  expect(gaps(vacant, administrator)[0]?.mends.page).toBe('/programmes/100rc-cn');
});

test('an officer whose letters come back is told by name, with the way to the address', () => {
  const [gap] = gaps(standing('p-xiong', { bounced: true }));
  expect(gap?.sentence.en).toMatch(/^Letters to Xiong Tao come back\. As Chief Resilience Officer Xiong Tao has /);
  expect(gap?.sentence.zh).toMatch(/^写给熊涛的信函被退回。熊涛作为首席韧性官负责/);
  expect(gap?.mends).toEqual({
    title: { en: 'Correct the address of Xiong Tao', zh: '更正熊涛的邮箱地址' },
    page: '/people/p-xiong?form=details',
  });
});

test('somebody away without a substitute is told with the day of return; the director sees it and the manager mends it', () => {
  const away = standing('p-xiong', { leave: { fromOn: today, untilOn: '2026-12-04', substitute: null } });
  const [gap] = gaps(away, director);
  expect(gap?.sentence.en).toMatch(/^Xiong Tao is away until Fri 4 Dec, and nobody who could be reached stands in\./);
  expect(gap?.mends).toEqual({
    title: {
      en: 'Name who stands in for Xiong Tao (the programme manager does this)',
      zh: '指定熊涛的代理人（由项目经理办理）',
    },
    page: null,
  });
  expect(gaps(away)[0]?.mends.page).toBe('/people/p-xiong?form=leave');
});

test('manager and director in one person: the second letter climbs no higher', () => {
  const [gap] = gaps({ programmeSeats: { manager: 'p-manager', director: 'p-manager' } });
  expect(gap).toMatchObject({ kind: 'loop' });
  expect(gap?.sentence).toMatchObject({
    en: expect.stringMatching(
      /^Chen Wei is told before, as Programme manager: the next letter climbs no higher\. As Programme director Chen Wei /,
    ) as string,
    zh: expect.stringMatching(/^陈伟此前已作为项目经理获知，再次致信等于没有上报。/) as string,
  });
});

test('that nobody is above is said once, beside the empty seats that it comes from', () => {
  const found = gaps({ programmeSeats: { manager: null, director: null } });
  expect(found.map(({ kind }) => kind).sort()).toEqual(['nobody-above', 'vacant', 'vacant']);
  const above = found.find(({ kind }) => kind === 'nobody-above');
  expect(above?.sentence.en).toMatch(
    /^Nobody above is told of the delay of \d+ open steps: every seat there is empty or out of reach\.$/,
  );
  const empty = found.find(({ id }) => id.includes('manager'));
  expect(empty?.sentence.en).toMatch(
    /^Nobody is Programme manager\. That seat is told of the delay of .+ and accepts .+\.$/,
  );
});

test('a journey that is closed has no gaps', () => {
  const closed = told(['p-manager', '2026-11-23T01:00:01.000Z', { kind: 'withdraw', reason: 't-reason' }]);
  expect(gapsOfJourney(journeyOf(closed.state), { ...directory, programmeSeats: {} }, today)).toEqual([]);
});
