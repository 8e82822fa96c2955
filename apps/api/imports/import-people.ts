import type { ImportMapping } from '@citypath/contracts';
import { People, type ImportedRow, type Person } from '@citypath/store';
import { Injectable } from '@nestjs/common';
import { cellText, type Cell } from './file/table';

/** The people whom the rows of a file name by an address that is known. */
@Injectable()
export class ImportPeople {
  constructor(private readonly people: People) {}

  /** One statement. @returns by address in lower case, whichever of the person's it is */
  async ofRows(rows: readonly Pick<ImportedRow, 'cells'>[], { columns }: ImportMapping): Promise<Map<string, Person>> {
    const ofAddresses = Object.entries(columns)
      .filter(([field]) => /^seat\.\w+\.address$/.test(field))
      .map(([, column]) => column);
    const named = rows.flatMap(({ cells }) =>
      ofAddresses.map((column) =>
        cellText((cells as Cell[])[column])
          .trim()
          .toLowerCase(),
      ),
    );
    const addresses = [...new Set(named)].filter((address) => address !== '');
    return this.people.byAddresses(addresses);
  }
}
