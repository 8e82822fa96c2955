import { machineryResponse, runDryRunResponse, type MachineryFinding, type MachineryKind } from '@citypath/contracts';
import type { Caller } from './caller';
import { citypath } from './citypath';
import type { House } from './house';
import { until } from './until';

/** What an administrator finds wrong with the machinery, and has mended. */
export class MachineryFound {
  private constructor(
    private readonly house: House,
    private readonly administrator: Caller,
  ) {}

  static async by(house: House): Promise<MachineryFound> {
    return new MachineryFound(house, await house.asAdministrator());
  }

  async all(): Promise<MachineryFinding[]> {
    return (await this.administrator.read(machineryResponse, '/stuck/machinery')).findings;
  }

  /** What is looked at is kept for ten seconds. */
  found(kind: MachineryKind): Promise<MachineryFinding> {
    return until(`${kind} is found`, async () => (await this.all()).find((finding) => finding.kind === kind));
  }

  async nothing(): Promise<void> {
    await until('nothing is wrong any more', async () => (await this.all()).length === 0);
  }

  /** The command that is offered is run as it stands there. */
  async runs({ mends: { command } }: MachineryFinding): Promise<void> {
    const [program, ...args] = command!.split(' ');
    expect(program).toBe('citypath');
    expect(await citypath(this.house.environment, args)).toMatchObject({ code: 0 });
  }

  /** The act that is offered first is looked at and done, as the page does it. */
  async does({ journeyId, mends: { acts } }: MachineryFinding): Promise<void> {
    const path = `/journeys/${journeyId}/run/${acts[0]}`;
    const looked = await this.administrator.send('POST', `${path}/dry-run`);
    expect(looked).toMatchObject({ status: 200 });
    const { seen } = runDryRunResponse.parse(looked.body);
    const asked = { body: { reason: 'It is offered.' }, headers: { 'If-Match': `"${seen}"` } };
    expect(await this.administrator.send('POST', path, asked)).toMatchObject({ status: 200 });
  }
}
