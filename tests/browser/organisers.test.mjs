// Every page that organisers meet, in four languages.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { LANGUAGES, openBrowser, visitor } from './browser.mjs';
import { findEvents } from './events.mjs';
import { examine } from './examine.mjs';
import { send } from './form.mjs';
import { openHouse } from './house.mjs';

let house, browser, events;

before(async () => {
  house = await openHouse();
  browser = await openBrowser();
  events = await findEvents(house);
});
after(async () => {
  await browser?.close();
  await house?.close();
});

for (const language of LANGUAGES) {
  describe(`organisers' pages in ${language}`, () => {
    let somebody, page, link;
    const email = `eigar.${language}@example.no`;
    /** The link in the letter that was asked for, which is not the invitation. */
    const sent = async () =>
      (await house.letterTo(email, (letter) => ![undefined, link].includes(letter.link('/arrangor/inn/')))).link('/arrangor/inn/');

    before(async () => {
      link = await house.invite(email, 'distriktssenteret');
      somebody = await visitor(browser, house, { language });
      ({ page } = somebody);
    });
    after(() => somebody.close());

    const is = (name, open, { error = false } = {}) =>
      it(name, async () => {
        const answer = await open();
        if (answer) assert.equal(answer.status(), 200, answer.url());
        await examine(somebody, { name: `organiser-${name.replaceAll(/[^a-z0-9]+/g, '-')}`, error });
      });

    is('sent to the sign-in page', async () => {
      const answer = await page.goto(`/arrangor/pameldingar/${events.full.slug}`);
      assert.equal(new URL(page.url()).pathname, '/arrangor/logg-inn');
      return answer;
    });
    is('sign-in with a wrong address', async () => {
      await page.goto('/arrangor/logg-inn');
      await page.locator('main input[type=email]').fill('kari.kommune.no');
      await send(page);
      assert.equal(await page.locator('main input[type=email]').inputValue(), 'kari.kommune.no');
    }, { error: true });
    is('sign-in link sent', async () => {
      await page.goto('/arrangor/logg-inn');
      await page.locator('main input[type=email]').fill(email);
      await send(page);
    });
    is('sign-in by link', async () => page.goto(await sent()));
    is('overview', async () => {
      await page.goto(await sent());
      await send(page);
      assert.equal(new URL(page.url()).pathname, '/arrangor');
    });
    it('a link works once, and takes the others with it', async () => {
      const stranger = await visitor(browser, house, { language });
      for (const spent of [await sent(), link]) {
        await stranger.page.goto(spent);
        assert.equal(await stranger.page.locator('main form button').count(), 0, 'nothing to sign in with');
        await examine(stranger, { name: 'organiser-spent-link' });
      }
      await stranger.page.goto('/arrangor');
      assert.equal(new URL(stranger.page.url()).pathname, '/arrangor/logg-inn');
      await stranger.close();
    });
    is('sign-ups', () => page.goto(`/arrangor/pameldingar/${events.full.slug}`));
    is('sign-ups, search without result', async () => {
      await page.goto(`/arrangor/pameldingar/${events.full.slug}`);
      await page.locator('[id=sok]').fill('ingen heiter dette');
      await send(page);
      assert.ok(!page.url().includes('ingen'), 'what is searched for stands in no address');
    });
    is('letters', () => page.goto(`/arrangor/brev/${events.full.slug}`));

    it('every link in the overview leads to a page without faults', async () => {
      await page.goto('/arrangor');
      const links = await page.locator('main a[href^="/arrangor/"]').evaluateAll((links) => [...new Set(links.map((link) => link.pathname))]);
      assert.ok(links.length > 2, links.join());
      const kinds = new Map(links.map((link) => [link.replace(/[^/]+$/, ''), link]));
      for (const [kind, link] of kinds) {
        const answer = await page.goto(link);
        assert.equal(answer.status(), 200, link);
        await examine(somebody, { name: `organiser-overview${kind.replaceAll(/[^a-z]+/g, '-')}` });
      }
    });
    it('an organiser of others sees neither sign-ups nor letters', async () => {
      const stranger = await visitor(browser, house, { language });
      const other = (await house.json('/api/v1/events')).map(({ slug }) => slug);
      await stranger.page.goto(await house.invite(`framand.${language}@example.no`, 'bylivsenteret'));
      await send(stranger.page);
      const refused = [];
      for (const slug of other) {
        const answer = await stranger.page.goto(`/arrangor/pameldingar/${slug}`);
        if (answer.status() !== 200) {
          refused.push(slug);
          assert.ok([403, 404].includes(answer.status()));
          if (refused.length === 1) await examine(stranger, { name: 'organiser-forbidden' });
        }
      }
      assert.ok(refused.length > 0, 'there is an event of somebody else');
      await stranger.close();
    });
    is('signed out', async () => {
      await page.goto('/arrangor');
      await page.locator('main form button').first().click();
      await page.waitForLoadState('load');
      const answer = await page.request.get('/arrangor', { maxRedirects: 0 });
      assert.ok([302, 303].includes(answer.status()));
    });
  });
}
