// Two at the door with a phone each, one of them without scripts.

import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { openBrowser, visitor } from './browser.mjs';
import { findEvents } from './events.mjs';
import { examine } from './examine.mjs';
import { loads, send } from './form.mjs';
import { openHouse } from './house.mjs';

let house, browser, events, left, right, door;

before(async () => {
  house = await openHouse();
  browser = await openBrowser();
  events = await findEvents(house);
  left = await atTheDoor('venstre@example.no', { scripts: false });
  right = await atTheDoor('hogre@example.no', {});
  door = await withRoom(left.page);
});
after(async () => {
  // Before anything is asserted: what is left open keeps the run from ending.
  await browser?.close();
  await house?.close();
  assert.deepEqual([...(left?.faults ?? []), ...(right?.faults ?? [])], []);
});

async function atTheDoor(email, how) {
  const somebody = await visitor(browser, house, { width: 320, ...how });
  await somebody.page.goto(await house.invite(email, 'distriktssenteret', 'door'));
  await send(somebody.page);
  return somebody;
}

/** A door of theirs at which somebody is expected, and where there is room for more. */
async function withRoom(page) {
  for (const { slug, signup } of events.all) {
    if (!signup.open || (signup.places_left ?? Infinity) < 10) continue;
    const answer = await page.goto(`/arrangor/dor/${slug}`);
    if (answer.status() === 200 && (await page.locator('.mp-people li').count()) > 1) return `/arrangor/dor/${slug}`;
  }
  throw new Error('no event of theirs has room');
}

const card = (page, name) => page.locator('.mp-people > li, .mp-last', { hasText: name }).first();
const press = (page, name, button) => loads(page, () => card(page, name).getByRole('button', { name: button }).click());
/** The same where scripts run: the page stays, and what it shows is fetched. */
async function pressHere(page, name, button) {
  await card(page, name).getByRole('button', { name: button }).click();
  await page.locator('.mp-last', { hasText: name }).waitFor();
}
const words = (page) => page.locator('main').innerText();
const tally = async (page) => (await page.locator('.mp-tally').innerText()).match(/^(\d+) av (\d+)/).slice(1).map(Number);
async function search(page, typed) {
  await page.locator('[id=sok]').fill(typed);
  await loads(page, () => page.locator('form[role=search] button').click());
}

it('two doors mark the same person, and there is one attendance', async () => {
  await left.page.goto('/arrangor');
  await loads(left.page, () => left.page.locator(`main a[href="${door}"]`).click());
  await right.page.goto(door);
  const [before, expected] = await tally(left.page);
  const name = await left.page.locator('.mp-people > li strong').first().innerText();
  await press(left.page, name, 'Har kome');
  assert.deepEqual(await tally(left.page), [before + 1, expected]);
  assert.match(await card(left.page, name).innerText(), /av deg\./);
  await pressHere(right.page, name, 'Har kome');
  assert.match(await words(right.page), /Ikkje registrert slik du gjorde/);
  assert.match(await right.page.locator('#away-refused li').innerText(), /: Var registrert frå før/);
  await right.page.locator('#away-refused button').click();
  assert.match(await card(right.page, name).innerText(), /av ein annan i døra\./);
  assert.deepEqual(await tally(right.page), [before + 1, expected]);
  await examine(right, { name: 'door-already' });

  await search(left.page, name.slice(0, 4).toUpperCase());
  assert.ok(!left.page.url().includes(name.slice(0, 4)), 'what is searched for stands in no address');
  await press(left.page, name, 'Angre');
  assert.deepEqual(await tally(left.page), [before, expected]);
});

it('a button is as wide as the phone and high enough for a thumb', async () => {
  await right.page.goto(door);
  const box = await right.page.locator('.mp-people button').first().boundingBox();
  assert.ok(box.height >= 48 && box.width >= 250, JSON.stringify(box));
});

it('somebody comes without having signed up', async () => {
  await left.page.goto(door);
  const [before, expected] = await tally(left.page);
  await loads(left.page, () => left.page.locator('main a[href$="/ny"]').click());
  await send(left.page);
  assert.match(await left.page.title(), /^Feil:/);
  await left.page.locator('[id=name]').fill('Dukka Opp');
  await left.page.locator('[id=email]').fill('dukka.opp@example.no');
  await send(left.page);
  assert.deepEqual(await tally(left.page), [before + 1, expected + 1]);
  assert.match(await card(left.page, 'Dukka Opp').innerText(), /Har kome/);
  const letter = await house.letterTo('dukka.opp@example.no');
  assert.ok(letter.link('/mi/'), 'the letter leads to their own page');
});

it('a badge is read with the camera where the browser can, and by hand where it cannot', async () => {
  await left.page.goto(door);
  assert.equal(await left.page.locator('#scan').isVisible(), false, 'without scripts there is no such button');
  await right.page.goto(door);
  assert.equal(await right.page.locator('#scan').isVisible(), false, 'nor where the browser has no reader');

  const { page } = right;
  await page.addInitScript(() => {
    window.BarcodeDetector = class {
      static getSupportedFormats() { return Promise.resolve(['qr_code']); }
      detect() { return Promise.resolve([{ rawValue: 'https://example.com' }, { rawValue: '00000000' }]); }
    };
    navigator.mediaDevices.getUserMedia = () => Promise.resolve(document.createElement('canvas').captureStream());
  });
  await page.goto(door);
  await page.locator('#scan').waitFor({ state: 'visible' });
  await examine(right, { name: 'door-scan' });
  await page.locator('#scan').click();
  await page.getByText('Vi fann ingen.').waitFor();
  assert.equal(await page.locator('[id=sok]').inputValue(), '00000000');

  await page.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
  });
  await page.goto(door);
  await page.locator('#scan').click();
  await page.getByText('Vi fekk ikkje bruke kameraet.').waitFor();
});

it('what is marked without network waits on the phone, and is sent once when it is back', async () => {
  const { page, context } = right;
  const other = await atTheDoor('tredje@example.no', {});
  const opened = async (one) => Promise.all([one.waitForResponse(/\/liste$/), one.goto(door)]);
  await opened(page);
  await other.page.goto(door);
  const [before, expected] = await tally(page);
  const [first, second] = await page.locator('.mp-people > li strong').allInnerTexts();

  await context.setOffline(true);
  await card(page, first).getByRole('button', { name: 'Har kome' }).click();
  await page.getByText('Du er utan nett.').waitFor();
  await page.locator('[id=sok]').fill(second.toUpperCase());
  await page.locator('[id=sok]').press('Enter');
  await card(page.locator('#people'), second).getByRole('button', { name: 'Har kome' }).click();
  const waiting = page.locator('#away-marks li');
  await waiting.nth(1).waitFor();
  assert.deepEqual(await waiting.locator('strong').allInnerTexts(), [first, second]);
  right.faults.length = 0;
  await examine(right, { name: 'door-away' });
  const stored = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  for (const name of [first, second]) assert.ok(!stored.includes(name), 'no name is stored on the phone');

  // Somebody else marks the first of them, and the page is loaded anew before anything could be sent.
  await pressHere(other.page, first, 'Har kome');
  await context.route('**/merke', (route) => route.abort());
  await context.setOffline(false);
  await opened(page);
  await waiting.nth(1).waitFor();
  assert.deepEqual(await waiting.locator('strong').allInnerTexts(), [first, second]);
  await context.unroute('**/merke');
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await waiting.first().waitFor({ state: 'detached' });
  const conflict = page.locator('#away-refused li');
  const told = new RegExp(`^${first}\\s+\\d\\d:\\d\\d: Var registrert frå før`);
  assert.match(await conflict.innerText(), told);
  // What could not be marked is there until somebody has seen it, and leads to the person.
  await opened(page);
  await page.getByText(first).first().waitFor();
  await conflict.getByText('Vis personen').waitFor();
  await page.waitForFunction((name) => document.querySelector('#away-refused li').innerText.startsWith(name), first);
  assert.match(await conflict.innerText(), told);
  right.faults.length = 0;
  await examine(right, { name: 'door-refused' });
  const person = await conflict.locator('a').getAttribute('href');

  // Whoever has the phone next is told of what another has marked, and does not send it.
  const mark = { id: crypto.randomUUID(), person: person.split('person=')[1], account: crypto.randomUUID(), door, at: Date.now() };
  await page.evaluate((marks) => localStorage.setItem('mp-door-marks', marks), JSON.stringify([mark]));
  await opened(page);
  await page.getByText(/ventar òg registreringar frå ein annan som har vore logga inn: 1\./).waitFor();
  assert.equal(await waiting.count(), 0);
  await examine(right, { name: 'door-theirs' });
  const left = () => page.evaluate(() => localStorage.getItem('mp-door-marks'));
  assert.equal(await left(), JSON.stringify([mark]));
  await page.evaluate(() => localStorage.removeItem('mp-door-marks'));

  await page.locator('#away-refused button').click();
  assert.equal(await page.evaluate(() => localStorage.length), 0);
  await page.goto(person);
  assert.match(await page.locator('.mp-last').innerText(), new RegExp(first));
  await page.goto(door);
  assert.deepEqual(await tally(page), [before + 2, expected]);
  assert.equal(await conflict.count(), 0);
  right.faults.length = 0;
  assert.deepEqual(other.faults, []);
  await other.close();
});

it('where it is full nobody is let in, and whoever waits is shown so', async () => {
  await right.page.goto(`/arrangor/dor/${events.full.slug}/ny`);
  await right.page.locator('[id=name]').fill('Dukka Opp');
  await right.page.locator('[id=email]').fill('dukka.opp@example.no');
  right.faults.length = 0;
  await send(right.page);
  assert.match(await words(right.page), /Det er ingen ledige plassar/);
  await examine(right, { name: 'door-full', error: true });
});
