import { DeskError } from '#electron/dispatcher/deskError.ts';
import type { KeyContext } from '#electron/keys/keyFile.ts';
import type { opinionContract } from '#shared/contracts/opinion.ts';
import type { DeskStatus, Kiosk } from '#shared/contracts/session.ts';
import type { CaseId } from '#shared/domain/identity.ts';
import type { ContractInput } from './contractInput.ts';
import type { OpenDesk } from './openDesk.ts';
import { assertMayAsk, declineOpinion, giveOpinion } from './opinionService.ts';
import { assertOwnPassword } from './staff.ts';

/** What the beneficiary's screen needs of the session that it stands in. */
export interface KioskSession {
  /** @throws DeskError where nobody is let in */
  readonly desk: () => OpenDesk;
  readonly status: () => DeskStatus;
  readonly inTurn: <Result>(work: () => Promise<Result>) => Promise<Result>;
  readonly keys: KeyContext;
}

type Input<Name extends keyof typeof opinionContract> = ContractInput<
  (typeof opinionContract)[Name]
>;

/** The screen while it is turned to the beneficiary: only the password gives it back. */
export class OpinionKiosk {
  readonly #session: KioskSession;
  #screen: Kiosk | null = null;

  constructor(session: KioskSession) {
    this.#session = session;
  }

  /** What stands on the beneficiary's screen; null while the screen is the representative's. */
  get screen(): Kiosk | null {
    return this.#screen;
  }

  /** @throws DeskError `kioskStands`, `actionNotAllowed`, `inputInvalid` */
  begin({ caseId, language }: Input<'begin'>): DeskStatus {
    const desk = this.#session.desk();
    if (this.#screen !== null) throw new DeskError('kioskStands');
    const { survey, asked } = assertMayAsk(desk, caseId, language);
    this.#screen = { survey, asked, caseId, language, ended: null };
    return this.#session.status();
  }

  give(input: Input<'give'>): Promise<DeskStatus> {
    return this.#ending('given', (desk, caseId) => giveOpinion(desk, caseId, input));
  }

  decline(): Promise<DeskStatus> {
    return this.#ending('declined', async (desk, caseId) => declineOpinion(desk, caseId));
  }

  /**
   * Gives the screen back to the representative; what was answered and not sent is kept nowhere.
   * @throws DeskError `wrongPassword`
   */
  end({ password }: Input<'end'>): Promise<DeskStatus> {
    const { inTurn, status, keys } = this.#session;
    return inTurn(async () => {
      const desk = this.#session.desk();
      if (this.#screen === null) return status();
      await assertOwnPassword(desk, keys, password);
      this.#screen = null;
      return status();
    });
  }

  /** The desk is closed: whoever opens it gives a password. */
  clear(): void {
    this.#screen = null;
  }

  #ending(
    ended: 'given' | 'declined',
    work: (desk: OpenDesk, caseId: CaseId) => Promise<void>,
  ): Promise<DeskStatus> {
    return this.#session.inTurn(async () => {
      const desk = this.#session.desk();
      const screen = this.#screen;
      if (screen === null) throw new DeskError('actionNotAllowed');
      await work(desk, screen.caseId);
      this.#screen = { ...screen, ended };
      return this.#session.status();
    });
  }
}
