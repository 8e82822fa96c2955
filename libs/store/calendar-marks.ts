import { In, IsNull, type DataSource } from 'typeorm';
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
    await this.dataSource.createQueryBuilder().insert().into(CalendarNoticeRow).values(notice).orIgnore().execute();
  }

  /** Adds a closure; one of the same id is the same closure. */
  async addClosure(closure: NewClosure): Promise<void> {
    await this.dataSource.createQueryBuilder().insert().into(CityClosureRow).values(closure).orIgnore().execute();
  }

  /** @returns whether there is such a notice; one that was taken back before stays as it is */
  async takeBackNotice(id: string, { by, now }: TakenBack): Promise<boolean> {
    const notices = this.dataSource.getRepository(CalendarNoticeRow);
    await notices.update({ id, takenBackAt: IsNull() }, { takenBackAt: now, takenBackBy: by });
    return notices.existsBy({ id });
  }

  /** @returns whether this city has such a closure; one that was taken back before stays as it is */
  async takeBackClosure(cityKey: string, id: string, { by, now }: TakenBack): Promise<boolean> {
    const closures = this.dataSource.getRepository(CityClosureRow);
    await closures.update({ id, cityKey, takenBackAt: IsNull() }, { takenBackAt: now, takenBackBy: by });
    return closures.existsBy({ id, cityKey });
  }
}
