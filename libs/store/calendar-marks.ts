import { In, IsNull, type DataSource } from 'typeorm';
import { noteHandAct } from './audit/hand-acts';
import type { CalendarNotice, CityClosure } from './plain';
import { CalendarNotice as CalendarNoticeRow } from './rows/calendar-notice';
import { CityClosure as CityClosureRow } from './rows/city-closure';
import type { Instant } from './types';

export type NewNotice = Omit<CalendarNotice, 'takenBackAt' | 'takenBackBy'>;
export type NewClosure = Omit<CityClosure, 'takenBackAt' | 'takenBackBy'>;

/** Who takes something back, and when. */
interface TakenBack {
  by: string;
  now: Instant;
}

/** Notices of countries and closures of cities: what is laid over the calendars of the package. */
export class CalendarMarks {
  constructor(private readonly dataSource: DataSource) {}

  /** @returns the notices that hold, of these countries, in the order in which they came; one statement */
  async notices(countries: string[]): Promise<CalendarNotice[]> {
    const where = { country: In(countries), takenBackAt: IsNull() };
    return this.dataSource.getRepository(CalendarNoticeRow).find({ where, order: { since: 'ASC', id: 'ASC' } });
  }

  /** @returns the closures that hold, of these cities, in the order in which they came; one statement */
  async closures(cityKeys: string[]): Promise<CityClosure[]> {
    const where = { cityKey: In(cityKeys), takenBackAt: IsNull() };
    return this.dataSource.getRepository(CityClosureRow).find({ where, order: { since: 'ASC', id: 'ASC' } });
  }

  /** Adds a notice; one of the same id is the same notice. */
  async addNotice(notice: NewNotice): Promise<void> {
    await this.dataSource.transaction(async (transaction) => {
      const added = await transaction
        .createQueryBuilder()
        .insert()
        .into(CalendarNoticeRow)
        .values(notice)
        .orIgnore()
        .returning('id')
        .execute();
      if ((added.raw as unknown[]).length === 0) return;
      const { id, since: at, byPerson } = notice;
      await noteHandAct(transaction, { at, byPerson, kind: 'notice-entered', about: { notice: id } });
    });
  }

  /** Adds a closure; one of the same id is the same closure. */
  async addClosure(closure: NewClosure): Promise<void> {
    await this.dataSource.transaction(async (transaction) => {
      const added = await transaction
        .createQueryBuilder()
        .insert()
        .into(CityClosureRow)
        .values(closure)
        .orIgnore()
        .returning('id')
        .execute();
      if ((added.raw as unknown[]).length === 0) return;
      const { id, since: at, byPerson, cityKey } = closure;
      await noteHandAct(transaction, { at, byPerson, cityKey, kind: 'closure-entered', about: { closure: id } });
    });
  }

  /** @returns whether there is such a notice; one that was taken back before stays as it is */
  async takeBackNotice(id: string, { by, now }: TakenBack): Promise<boolean> {
    return this.dataSource.transaction(async (transaction) => {
      const notices = transaction.getRepository(CalendarNoticeRow);
      const change = { takenBackAt: now, takenBackBy: by };
      const { affected } = await notices.update({ id, takenBackAt: IsNull() }, change);
      const act = { at: now, byPerson: by, kind: 'notice-taken-back' as const, about: { notice: id } };
      if (affected === 1) await noteHandAct(transaction, act);
      return notices.existsBy({ id });
    });
  }

  /** @returns whether this city has such a closure; one that was taken back before stays as it is */
  async takeBackClosure(cityKey: string, id: string, { by, now }: TakenBack): Promise<boolean> {
    return this.dataSource.transaction(async (transaction) => {
      const closures = transaction.getRepository(CityClosureRow);
      const change = { takenBackAt: now, takenBackBy: by };
      const { affected } = await closures.update({ id, cityKey, takenBackAt: IsNull() }, change);
      const act = { at: now, byPerson: by, cityKey, kind: 'closure-taken-back' as const, about: { closure: id } };
      if (affected === 1) await noteHandAct(transaction, act);
      return closures.existsBy({ id, cityKey });
    });
  }
}
