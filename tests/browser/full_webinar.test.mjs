// The story: a nearly full webinar is signed up for in Nynorsk until it is full and beyond; one withdraws; the next
// moves up; all letters are in the letter box.

import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { openBrowser, visitor } from './browser.mjs';
import { findEvents } from './events.mjs';
import { fillIn, send } from './form.mjs';
import { eventually, openHouse } from './house.mjs';

let house, browser, event, left, somebody, page;
const people = ['Åse Fyrst', 'Bjørg Andre', 'Cecilie Tredje', 'Dagny Fjerde', 'Eldbjørg Femte'].map((name, number) => ({
  name,
  email: `forteljing.${number}@example.no`,
}));
const held = [], waiting = [];

before(async () => {
  house = await openHouse();
  browser = await openBrowser();
  ({ nearlyFull: event } = await findEvents(house));
  left = event.signup.places_left;
  somebody = await visitor(browser, house, { language: 'nn' });
  ({ page } = somebody);
});
after(async () => {
  // Before anything is asserted: what is left open keeps the run from ending.
  await browser?.close();
  await house?.close();
  assert.deepEqual(somebody?.faults, []);
});

const heading = () => page.locator('h1').innerText();
const signup = async () => (await house.json(`/api/v1/events/${event.slug}`)).signup;

it('signing up until it is full, and beyond', async () => {
  for (const person of people.slice(0, left + 2)) {
    await page.goto(`/webinar/${event.slug}`);
    await page.locator(`main a[href="/pamelding/${event.slug}"]`).first().click();
    await fillIn(page, person);
    await send(page);
    const place = held.length < left;
    (place ? held : waiting).push(person);
    assert.equal(await heading(), place ? 'Takk! Du er påmeld.' : 'Takk! Du står på venteliste.', person.name);
    if (!place) assert.match(await page.locator('main').innerText(), new RegExp(`Du er nummer ${waiting.length} på lista\\.`));
  }
  assert.equal(waiting.length, 2);
  assert.equal((await signup()).places_left, 0);
});

it('everybody gets a letter that says the same as the screen did', async () => {
  for (const person of held) {
    const letter = await house.letterTo(person.email);
    assert.match(letter.subject, new RegExp(event.title.nn));
    assert.match(letter.calendar, /METHOD:REQUEST/);
    assert.match(letter.text, /Hei,? Åse|Hei/);
  }
  for (const person of waiting) {
    const letter = await house.letterTo(person.email);
    assert.match(letter.text, /ventelist/);
    assert.equal(letter.link('/delta/'), undefined, 'who waits gets no link to the meeting');
  }
});

it('who withdraws is thanked and loses the place, and the next moves up', async () => {
  const [leaving] = held;
  await page.goto((await house.letterTo(leaving.email)).link('/mi/'));
  await page.locator('main a[href$="/meld-av"]').click();
  await send(page);
  assert.match(await heading(), /meld av/i);

  const receipt = await house.letterTo(leaving.email, ({ calendar }) => calendar?.includes('METHOD:CANCEL'));
  assert.match(receipt.calendar, /STATUS:CANCELLED/);

  const [next, last] = waiting;
  const letter = await house.letterTo(next.email, ({ calendar }) => calendar?.includes('METHOD:REQUEST') && calendar.includes('STATUS:CONFIRMED'));
  await page.goto(letter.link('/mi/'));
  assert.match(await page.locator('main').innerText(), /Du er påmeld/);
  await page.goto((await house.letterTo(last.email)).link('/mi/'));
  assert.match(await page.locator('main').innerText(), /Du er nummer 1 på lista/);
  assert.equal((await signup()).places_left, 0);
});

it('the join link of who has moved up leads to the meeting, and that of who has left does not', async () => {
  const [next] = waiting;
  const joins = (await house.letterTo(next.email, (letter) => letter.link('/delta/'))).link('/delta/');
  assert.equal((await page.request.get(joins, { maxRedirects: 0 })).status() < 400, true);
  const gone = (await house.letterTo(held[0].email, (letter) => letter.link('/delta/'))).link('/delta/');
  assert.ok((await page.request.get(gone, { maxRedirects: 0 })).status() >= 400);
});

it('all letters are in the letter box, as a mail reader shows them', async () => {
  await page.goto('/postkasse');
  for (const person of [...held, ...waiting]) {
    assert.ok((await page.locator('main').innerText()).includes(person.email), person.email);
  }
  await page.locator('main a[href*="/postkasse/"]').filter({ hasText: new RegExp(event.title.nn) }).first().click();
  const shown = await page.locator('main').innerText();
  assert.match(shown, new RegExp(event.title.nn));
});

it('a calendar can fetch what is coming', async () => {
  for (const address of ['/kalender.ics', `/webinar/${event.slug}.ics`]) {
    const answer = await page.request.get(address);
    assert.equal(answer.status(), 200, address);
    assert.match(answer.headers()['content-type'], /^text\/calendar/);
    assert.ok((await answer.text()).replaceAll(/\r\n /g, '').includes(`SUMMARY:${event.title.nn}`), address);
  }
  await page.goto((await house.letterTo(waiting[0].email)).link('/mi/'));
  const own = await page.request.get(await page.locator('main code').innerText());
  assert.match((await own.text()).replaceAll(/\r\n /g, ''), /BEGIN:VEVENT/);
  await eventually('the page says it is full', 5000, async () => {
    await page.goto(`/webinar/${event.slug}`);
    return /venteliste/i.test(await page.locator('main').innerText());
  });
});
