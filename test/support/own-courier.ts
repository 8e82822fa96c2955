import { Courier, PostOffice } from '@citypath/courier';
import { openMailTransport } from '@citypath/runtime';
import type { DataSource } from '@citypath/store';

const SENDER = 'CityPath <letters@citypath.example>';

type Setting = ConstructorParameters<typeof Courier>[2];

/** A courier within the story's own process, with a post office of its own. */
export class OwnCourier extends Courier {
  /** @param smtpUrl where it posts to */
  static open(dataSource: DataSource, smtpUrl: string, setting: Partial<Setting> = {}): OwnCourier {
    const office = new PostOffice(openMailTransport({ smtpUrl, mode: 'local' }), SENDER);
    return new OwnCourier(dataSource, office, setting);
  }

  private constructor(
    dataSource: DataSource,
    private readonly office: PostOffice,
    setting: Partial<Setting>,
  ) {
    const usual = { publicUrl: 'https://citypath.example', messageIdHost: 'citypath.example' };
    super(dataSource, office, { ...usual, ...setting });
  }

  close(): void {
    this.office.close();
  }
}
