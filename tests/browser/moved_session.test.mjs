// The story: a session that thirty people hold is moved; the planner sees whom it touches before it is released; they get a
// letter and a calendar that is true; one of them gives up what it now clashes with, and the next in line has that place.

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { after, before, it } from 'node:test';
import { openBrowser, visitor } from './browser.mjs';
import { loads } from './form.mjs';
import { eventually, openHouse } from './house.mjs';

const CONFERENCE = 'bylivkonferansen';
const OWN = `/arrangor/konferanse/${CONFERENCE}`;
const MOVED = 'Frå tomme lokale til liv';
const OTHER = 'Medverknad utan møte';
const PEOPLE = 30;
const pictures = process.env.MOTEPLASS_SCREENSHOTS;

let house, browser, planner, participant, moved, other, first, next, entry;

before(async () => {
  house = await openHouse();
  browser = await openBrowser();
  participant = await visitor(browser, house, { language: 'nn' });
  planner = await visitor(browser, house, { language: 'nn' });
  await planner.page.goto(await house.invite('planleggjar@example.no', 'distriktssenteret', 'editor'));
  await loads(planner.page, () => planner.page.locator('main form button[type=submit]').click());

  const { choices } = await house.json(`/api/v1/events/${CONFERENCE}`);
  const named = (title) => choices.find(({ label }) => (label.nn ?? label) === title);
  [moved, other] = [named(MOVED), named(OTHER)];
  assert.ok(moved.places_left >= PEOPLE && other.places_left < PEOPLE, 'one has room for all, the other has not');
});
after(async () => {
  // Before anything is asserted: what is left open keeps the run from ending.
  await browser?.close();
  await house?.close();
  assert.deepEqual([...(planner?.faults ?? []), ...(participant?.faults ?? [])], []);
});

async function look({ page }, name) {
  if (!pictures) return;
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: path.join(pictures, `moved-${name}.png`), fullPage: true });
}

async function signUp(number, choices) {
  const person = { name: `Prøve ${number}`, email: `flytta.${number}@example.no` };
  const answer = await fetch(`${house.url}/api/v1/events/${CONFERENCE}/registrations`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify({ ...person, language: 'nn', form: 'in_person', choices, answers: { kommune: 'Volda' } }),
  });
  assert.equal(answer.status, 201, await answer.text());
  return person;
}

/** The entry of a session in somebody's calendar subscription. */
async function inCalendar({ email }, id) {
  const { page } = participant;
  await page.goto((await house.letterTo(email)).link('/mi/'));
  const feed = await (await page.request.get(await page.locator('main code').innerText())).text();
  const entries = feed.replaceAll(/\r\n[ \t]/g, '').split('BEGIN:VEVENT').slice(1);
  const text = entries.find((text) => text.includes(id));
  const value = (name) => text?.match(new RegExp(`^${name}[^:\r\n]*:(.*)\r$`, 'm'))?.[1];
  return text && { uid: value('UID'), sequence: Number(value('SEQUENCE') ?? 0), start: value('DTSTART') };
}

const isChange = ({ subject }) => !subject.startsWith('Du er påmeld');

it('thirty people choose a session, until the one after it is full', async () => {
  const people = [];
  for (let number = 0; number < PEOPLE; number += 1) {
    const both = number < other.places_left;
    people.push(await signUp(number, both ? [moved.id, other.id] : [moved.id]));
  }
  next = await signUp(PEOPLE, [other.id]);
  [first] = people;
  assert.match((await house.letterTo(next.email)).text, /venteliste/);
  entry = await inCalendar(first, moved.id);
  assert.match(entry.start, /T110000$/);
});

it('a planner moves it, and sees whom that touches', async () => {
  const { page } = planner;
  await page.goto(`${OWN}/program`);
  await look(planner, 'grid-before');
  await page.locator(`td[data-occurrence="${moved.id}"] .mp-slot-title a`).click();
  assert.match(await page.locator('h1').innerText(), new RegExp(MOVED));
  await page.locator('#from').fill('13.00');
  await page.locator('#to').fill('14.00');
  await page.locator('#room').selectOption({ label: 'Storsalen (300 plassar)' });
  await look(planner, 'placement');
  await loads(page, () => page.locator('#form button[type=submit]').click());
  const { dataset } = await page.locator(`td[data-occurrence="${moved.id}"]`).evaluate(({ dataset }) => ({ dataset: { ...dataset } }));
  assert.equal(dataset.from, '13.00');
  await look(planner, 'grid-after');

  await page.goto(`${OWN}/utgje`);
  const now = await house.json(`/api/v1/events/${CONFERENCE}`);
  const held = now.choices.find(({ id }) => id === moved.id).places_left;
  const row = page.locator('tr').filter({ has: page.locator('th', { hasText: MOVED }) }).filter({ hasText: '13.00' });
  assert.equal(Number(await row.locator('td').last().innerText()), moved.places_left - held + (110 - moved.places_left), 'how many hold it');
  assert.match(await page.locator('main').innerText(), new RegExp(`${MOVED}[^\n]* – ${OTHER}`), 'what clashes now');
  await look(planner, 'affected');
});

it('releases it, and everybody who holds it is told once', async () => {
  const { page } = planner;
  await loads(page, () => page.locator('#form button[type=submit]').click());
  await look(planner, 'released');
  for (let number = 0; number < PEOPLE; number += 1) {
    const letter = await house.letterTo(`flytta.${number}@example.no`, isChange);
    assert.match(letter.text, new RegExp(`${MOVED}[^]*11\\.00[^]*13\\.00`), 'when it was, and when it is');
  }
  const after = await inCalendar(first, moved.id);
  assert.equal(after.uid, entry.uid);
  assert.ok(after.sequence > entry.sequence, JSON.stringify([entry, after]));
  assert.match(after.start, /T130000$/);
  const letters = (await house.letters()).filter(({ to }) => to.includes(first.email));
  assert.equal(letters.length, 2, 'one to confirm, one to tell of the change');
});

it('who cannot be at both chooses, and the next in line has the place', async () => {
  const { page } = participant;
  await page.goto((await house.letterTo(first.email)).link('/mi/'));
  await look(participant, 'choose');
  await page.getByLabel(MOVED).check();
  await loads(page, () => page.locator('form[action$="/vel"] button[type=submit]').click());
  await look(participant, 'chosen');
  assert.equal(await page.locator('#choose').count(), 0);

  const letter = await house.letterTo(next.email, isChange);
  assert.ok(letter.text.includes(OTHER), letter.text);
  await page.goto(letter.link('/mi/'));
  await look(participant, 'next');
  await eventually('the next in line has the place', 10_000, async () => {
    await page.reload();
    return (await page.locator('.mp-held').innerText()).match(new RegExp(`${OTHER}\\s+du har plass`));
  });
  await page.goto('/postkasse');
  await look(participant, 'letters');
});
