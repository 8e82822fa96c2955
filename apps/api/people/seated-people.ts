import type { PersonId } from '@citypath/journey';
import { CitySeats, People } from '@citypath/store';
import { createParamDecorator, Injectable, type ExecutionContext } from '@nestjs/common';
import type { SeatedPerson } from '../policies/may-manage-people';
import type { ApiRequest } from '../session/api-request';

/** People with all their seats. */
@Injectable()
export class SeatedPeople {
  constructor(
    private readonly people: People,
    private readonly citySeats: CitySeats,
  ) {}

  /** Two statements. @returns null: nobody is known under this id */
  async seated(id: PersonId): Promise<SeatedPerson | null> {
    const [person, citySeats] = await Promise.all([this.people.byId(id), this.citySeats.of(id)]);
    return person && { person, citySeats };
  }
}

/** The person in the address, whom the policy of this route allowed to be asked for. */
export const About = createParamDecorator((_data: unknown, context: ExecutionContext): SeatedPerson => {
  const { about } = context.switchToHttp().getRequest<ApiRequest>();
  if (!about) throw new Error('Only a route whose policy is about a person has one');
  return about;
});
