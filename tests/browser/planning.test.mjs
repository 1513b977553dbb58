// A day of a conference planned by mouse, then by keyboard alone, with somebody else beside.

import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { openBrowser, visitor } from './browser.mjs';
import { loads } from './form.mjs';
import { openHouse } from './house.mjs';

const GRID = '/arrangor/konferanse/bylivkonferansen/program';

let house, browser, one, other;

before(async () => {
  house = await openHouse();
  browser = await openBrowser();
  [one, other] = await Promise.all(['ein', 'to'].map((name) => planner(name)));
});
after(async () => {
  await browser?.close();
  await house?.close();
});

/** Somebody who is signed in and has the first day open. */
async function planner(name) {
  const somebody = await visitor(browser, house, { language: 'nn' });
  const link = await house.invite(`${name}@example.no`, 'distriktssenteret', 'editor');
  await somebody.page.goto(link);
  await loads(somebody.page, () => somebody.page.locator('main form button[type=submit]').click());
  await somebody.page.goto(GRID);
  return somebody;
}

const cell = (page, id) => page.locator(`td[data-occurrence="${id}"]`);
const slot = (place) => place.evaluate(({ dataset: { from, to, room } }) => ({ from, to, room }));
const minutes = (clock) => clock.split('.').reduce((hours, rest) => Number(hours) * 60 + Number(rest));
const length = ({ from, to }) => minutes(to) - minutes(from);
/** The first session of the day, which has the hall to itself. */
const first = (page) => page.locator('td[data-occurrence]:not(.mp-block)').first().getAttribute('data-occurrence');

async function drag(page, from, by) {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + by.x, from.y + by.y, { steps: 6 });
  await loads(page, () => page.mouse.up());
}

it('moves and stretches by mouse', async () => {
  const { page } = one;
  const place = cell(page, await first(page));
  await place.scrollIntoViewIfNeeded();
  const before = await slot(place);
  let box = await place.boundingBox();
  await drag(page, { x: box.x + box.width - 12, y: box.y + box.height / 2 }, { x: 0, y: 60 });
  const moved = await slot(place);
  assert.ok(minutes(moved.from) > minutes(before.from), JSON.stringify(moved));
  assert.deepEqual([moved.room, length(moved)], [before.room, length(before)]);

  await place.scrollIntoViewIfNeeded();
  box = await place.boundingBox();
  await drag(page, { x: box.x + box.width / 2, y: box.y + box.height - 3 }, { x: 0, y: 50 });
  const longer = await slot(place);
  assert.equal(longer.from, moved.from);
  assert.ok(length(longer) > length(moved), JSON.stringify(longer));
});

it('places a session from the side by mouse', async () => {
  const { page } = one;
  const waiting = page.locator('li[data-session]').first();
  const session = await waiting.getAttribute('data-session');
  const free = page.locator('td.mp-free').first();
  await free.scrollIntoViewIfNeeded();
  await waiting.scrollIntoViewIfNeeded();
  const [box, to] = [await waiting.boundingBox(), await free.boundingBox()];
  const from = { x: box.x + box.width - 6, y: box.y + box.height - 4 };
  await drag(page, from, { x: to.x + to.width / 2 - from.x, y: to.y + 12 - from.y });
  assert.equal(await page.locator(`li[data-session="${session}"]`).count(), 0, 'it has a time now');
});

it('moves and stretches by keyboard, and says where to', async () => {
  const { page } = one;
  const place = cell(page, await first(page));
  const before = await slot(place);
  await place.locator('.mp-slot-title a').focus();
  for (const key of ['m', 'ArrowDown', 'ArrowRight', 'Shift+ArrowDown']) await page.keyboard.press(key);
  assert.match(await page.locator('#spoken').textContent(), /^\d\d\.\d\d til \d\d\.\d\d, ./);
  await loads(page, () => page.keyboard.press('Enter'));
  const now = await slot(place);
  assert.equal(minutes(now.from), minutes(before.from) + 15);
  assert.equal(length(now), length(before) + 15);
  assert.notEqual(now.room, before.room);

  await place.locator('.mp-slot-title a').focus();
  for (const key of ['m', 'ArrowUp', 'Escape']) await page.keyboard.press(key);
  assert.equal(await page.locator('.mp-ghost').count(), 0);
  await page.reload();
  assert.deepEqual(await slot(place), now, 'Escape changes nothing');
});

it('tells that somebody else has changed it, and lets one choose', async () => {
  const { page } = other;
  await page.locator('#others').waitFor({ state: 'visible', timeout: 20_000 });
  const id = await first(page);
  await cell(page, id).locator('summary').click();
  const answer = page.waitForResponse((response) => response.request().method() === 'POST');
  await cell(page, id).locator('button[value=later]').click();
  assert.equal((await answer).status(), 409);
  await page.waitForLoadState();
  assert.match(await page.locator('h1').textContent(), /Nokon andre har endra det same/);
  await loads(page, () => page.locator('#form a').click());
  assert.equal(new URL(page.url()).pathname, GRID);
});

it('went without a fault', () => {
  // The conflict is an answer of 4xx to a form, and nothing else is.
  assert.deepEqual([...one.faults, ...other.faults], []);
});
