// The whole way with scripts switched off: nothing may need them.

import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { openBrowser, visitor } from './browser.mjs';
import { findEvents } from './events.mjs';
import { fillIn, send } from './form.mjs';
import { openHouse } from './house.mjs';

let house, browser, events, somebody, page, mine;
const email = 'utan.skript@example.no';

before(async () => {
  house = await openHouse();
  browser = await openBrowser();
  events = await findEvents(house);
  somebody = await visitor(browser, house, { language: 'nb', scripts: false });
  ({ page } = somebody);
});
after(async () => {
  // Before anything is asserted: what is left open keeps the run from ending.
  await browser?.close();
  await house?.close();
  assert.deepEqual(somebody?.faults, []);
});

it('from the front page to the receipt, with a mistake on the way', async () => {
  await page.goto('/');
  await page.locator(`main a[href^="/webinar/${events.roomy.slug}"]`).first().click();
  await page.locator(`main a[href="/pamelding/${events.roomy.slug}"]`).first().click();
  await send(page);
  assert.match(await page.title(), /^Feil:/);
  await fillIn(page, { name: 'Uten Skript', email, municipality: 'Våler' });
  await send(page);
  await page.locator('.mp-which input[type=radio]').first().check();
  await send(page);
  assert.match(await page.locator('h1').innerText(), /påmeldt/i);
});

it('the own page: change and withdraw', async () => {
  mine = (await house.letterTo(email)).link('/mi/');
  await page.goto(mine);
  await page.locator('a[href$="/endre"]').click();
  await page.locator('[id=name]').fill('Helt Uten Skript');
  await send(page);
  await page.goto(mine);
  assert.match(await page.locator('main').innerText(), /Helt Uten Skript/);
  await page.locator('a[href$="/meld-av"]').click();
  await send(page);
  await page.goto(mine);
  assert.match(await page.locator('main').innerText(), /meldt av/i);
});

it('nothing asks for scripts', async () => {
  for (const address of ['/', `/webinar/${events.roomy.slug}`, `/pamelding/${events.roomy.slug}`, mine, '/postkasse', '/arrangor/logg-inn']) {
    await page.goto(address);
    const scripts = await page.locator('script:not([type="application/ld+json"])').count();
    assert.equal(await page.locator('noscript').count(), 0, address);
    assert.ok(scripts === 0 || (await page.locator('main').innerText()).length > 100, address);
  }
});
