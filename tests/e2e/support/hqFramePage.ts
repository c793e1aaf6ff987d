import type { Locator } from 'playwright-core';
import type { PlaceId } from '#renderer/hq/app/places.ts';
import type { DeskScreen } from './deskScreen.ts';

/** Rail and top bar of headquarters. */
export class HqFramePage {
  readonly #at: DeskScreen;

  constructor(at: DeskScreen) {
    this.#at = at;
  }

  place(id: PlaceId): Locator {
    const { page, words } = this.#at;
    return page.getByRole('navigation').getByRole('link', { name: words(`hqShell:place.${id}`) });
  }

  heading(
    title:
      | 'hqAdministration:title'
      | 'import:title'
      | 'hqCommittee:title'
      | 'hqRegistry:title'
      | 'hqDelivery:title',
  ): Locator {
    const { page, words } = this.#at;
    return page.getByRole('heading', { level: 1, name: words(title), exact: true });
  }

  /** What the bar says of the hub. */
  get pill(): Locator {
    return this.#at.page.getByRole('banner');
  }

  async signOut(): Promise<void> {
    const { page, words, hand } = this.#at;
    await hand.press(
      page.getByRole('navigation').getByRole('button', { name: words('hqShell:signOut') }),
    );
  }
}
