// A webinar that begins soon in a room of its own: who comes early waits, and the panel goes in. One that is over: the organiser reads
// the list of who came, those who came say what they thought, and the organiser sees it. One that is made from nothing.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, it } from 'node:test';
import { openBrowser, visitor } from './browser.mjs';
import { findEvents } from './events.mjs';
import { examine } from './examine.mjs';
import { fillIn, loads, send } from './form.mjs';
import { eventually, openHouse } from './house.mjs';
import { keyboard } from './keyboard.mjs';

let house, browser, events, organiser;

before(async () => {
  house = await openHouse();
  browser = await openBrowser();
  events = await findEvents(house);
  organiser = await visitor(browser, house);
  await organiser.page.goto(await house.invite('eigar@example.no', 'distriktssenteret'));
  await send(organiser.page);
});
after(async () => {
  await organiser?.close();
  await browser?.close();
  await house?.close();
});

const path = (part) => `/arrangor/webinar/${events.over}/${part}`;

/** As Teams writes it in Norwegian: UTF-16 with tabs, in three parts. */
const list = (people) =>
  Buffer.from(
    `\uFEFF1. Sammendrag\r\nMøtetittel\tGardsdrift og gatefest\r\n\r\n2. Deltakere\r\nNavn\tFørste deltakelse\tE-post\tRolle\r\n${people
      .map(([name, email]) => `${name}\t01.11.2026, 09:58\t${email}\tDeltaker\r\n`)
      .join('')}\r\n3. Aktiviteter i møtet\r\nNavn\tE-post\r\n`,
    'utf16le',
  );

const read = async (name, people) => {
  const { page } = organiser;
  await page.goto(path('frammote'));
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: list(people) });
  await loads(page, () => page.locator('main form[enctype] button').click());
};

const came = async () => {
  await organiser.page.goto(path('frammote'));
  return Number(await organiser.page.locator('main dd').nth(1).innerText());
};

it('who comes early waits, and a link stops the page from opening by itself', async () => {
  const somebody = await visitor(browser, house);
  const { page } = somebody;
  const letter = await house.letterTo('person0@example.no', ({ subject }) => subject.includes('Rom for nye idear'));
  const answer = await page.goto(letter.link('/delta/'));
  assert.match(answer.headers().refresh, /^\d+/);
  await examine(somebody, { name: 'room-waiting' });
  const stopped = page.waitForResponse((answer) => answer.url().endsWith('?i-ro=1'));
  await page.locator('main a[href$="?i-ro=1"]').click();
  const still = await stopped;
  await page.waitForLoadState('load');
  assert.equal(still.headers().refresh, undefined);
  await examine(somebody, { name: 'room-waiting-still' });
  await somebody.close();
});

it('the panel goes in before the others, and leads only who is to lead', async () => {
  const { page } = organiser;
  await page.goto(`/arrangor/webinar/${events.inARoom}/panel`);
  await examine(organiser, { name: 'room-panel-links' });
  const links = await page.locator('main dd a').allInnerTexts();
  assert.equal(links.length, 2);
  const leads = [];
  for (const [number, link] of links.entries()) {
    const somebody = await visitor(browser, house);
    await somebody.page.goto(link);
    await examine(somebody, { name: `room-panel-${number}` });
    // Nobody answers there: it is enough to see where the button leads.
    const asked = somebody.page.waitForRequest((request) => request.url().startsWith('https://rom.example.org/'));
    await somebody.page.locator('main form button').click({ noWaitAfter: true });
    const token = new URL((await asked).url()).searchParams.get('jwt');
    leads.push(JSON.parse(Buffer.from(token.split('.')[1], 'base64url').toString()).context.user.moderator);
    await somebody.close();
  }
  assert.deepEqual(leads, ['true', 'false']);
});

it('a list with a mistake says where it is', async () => {
  await read('feil.csv', [['Kari Nordmann', 'ikkje ei adresse']]);
  assert.match(await organiser.page.locator('.ds-error-summary').innerText(), /Linje 6/);
  await examine(organiser, { name: 'afterwards-list-with-a-mistake', error: true });
});

it('a list is looked at, and brings those who were not known, once', async () => {
  const { page } = organiser;
  const before = await came();
  const everybody = [['Ask Døme', 'person0@example.no'], ['Lind Døme (Gjest)', ''], ['=1+1', '']];
  for (const time of ['first', 'second']) {
    await read('liste.csv', everybody);
    const box = page.locator('main input[type=checkbox]');
    assert.equal(await box.count(), 1, 'a name alone is asked about');
    assert.ok(await box.isChecked(), 'and likely where the whole of it is the same');
    if (time === 'first') await examine(organiser, { name: 'afterwards-preview' });
    await loads(page, () => page.locator('main form button').first().click());
    assert.ok(await page.locator('[role=status]').isVisible());
  }
  const now = await came();
  assert.ok(now > before && now <= before + 2, `${before} and ${now}`);
  await examine(organiser, { name: 'afterwards-attendance' });
});

it('who came is asked, answers with the keyboard, and is not asked twice', async () => {
  const somebody = await visitor(browser, house);
  const { page } = somebody;
  const letter = await house.letterTo('person1@example.no', (letter) => letter.link('/vurdering/'));
  await page.goto(letter.link('/delta/'));
  await examine(somebody, { name: 'afterwards-own-page' });
  assert.ok((await page.locator('main a[href*="/materiale/"]').count()) === 1, 'slides for those who are signed up');
  await page.goto(letter.link('/vurdering/'));
  await examine(somebody, { name: 'afterwards-evaluation' });
  await send(page);
  await examine(somebody, { name: 'afterwards-nothing-answered', error: true });
  await page.locator('[id=useful]').focus();
  await page.keyboard.press('Space');
  await page.locator('[id=comment]').fill('<b>Takk</b>');
  await page.keyboard.press('Tab');
  await loads(page, () => page.keyboard.press('Enter'));
  assert.equal(await page.locator('h1').innerText(), 'Takk for svara');
  await page.goto(letter.link('/vurdering/'));
  assert.equal(await page.locator('h1').innerText(), 'Du har svart');
  await examine(somebody, { name: 'afterwards-answered' });
  await somebody.close();
});

it('what people thought is a chart, a table and a file', async () => {
  const { page } = organiser;
  await page.goto(path('vurdering'));
  assert.match(await page.locator('main').innerText(), /8 har svart/);
  assert.equal(await page.locator('main svg[role=img]').count(), 3);
  await examine(organiser, { name: 'afterwards-results' });
  const [file] = await Promise.all([page.waitForEvent('download'), page.locator('main a[href$=".csv"]').click()]);
  assert.match(file.suggestedFilename(), /^vurdering-.*\.csv$/);
});

it('a webinar is made from nothing and published with the keyboard only, and people can sign up', async () => {
  const { page } = organiser;
  const { tabTo, press } = keyboard(page);
  const named = (name) => (at) => at.name === name;
  const type = async (name, text) => {
    await tabTo(name, named(name));
    await page.keyboard.type(text);
  };
  const go = async (fits) => {
    await tabTo('a button', fits);
    await press('Enter');
  };
  const link = (end) => ({ href }) => href.endsWith(end);
  await page.goto('/arrangor');
  await tabTo('making webinars', link('/arrangor/webinar'));
  await press('Enter');
  await examine(organiser, { name: 'draft-list' });
  await go(({ tag, html }) => tag === 'button' && html.includes('Start eit nytt'));
  for (const part of ['title', 'summary', 'description']) {
    for (const [code, words] of [['nn', 'Torget om kvelden'], ['nb', 'Torget om kvelden']]) await type(`${part}_${code}`, words);
  }
  await examine(organiser, { name: 'draft-texts' });
  await go(named('go'));
  const ahead = new Date(Date.now() + 40 * 24 * 60 * 60 * 1000);
  await type('day-day', String(ahead.getDate()));
  await type('day-month', String(ahead.getMonth() + 1));
  await type('day-year', String(ahead.getFullYear()));
  await type('starts', '18');
  await type('ends', '17.30');
  await type('meeting_url', 'https://mote.example.org/rom/kveld');
  await go(named('go'));
  await examine(organiser, { name: 'draft-wrong-time', error: true });
  await tabTo('what is wrong', link('#ends'));
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('19.30');
  await go(named('go'));
  await type('contact_name', 'Kurskontoret');
  await type('contact_email', 'kurs@distriktssenteret.example');
  await examine(organiser, { name: 'draft-sign-up' });
  await go(named('go'));
  await examine(organiser, { name: 'draft-policies' });
  await go(named('go'));
  await examine(organiser, { name: 'form-empty' });
  const button = (text) => ({ tag, html }) => tag === 'button' && html.includes(text);
  const add = async (what) => {
    const at = await page.locator('[id=what] option').evaluateAll((all, value) => all.findIndex((one) => one.value === value), what);
    await tabTo('what to add', named('what'));
    for (let n = 0; n < at; n += 1) await page.keyboard.press('ArrowDown');
    assert.equal(await page.locator('[id=what]').inputValue(), what);
    await go(button('Legg til spørsmål'));
  };
  const write = async (label, options = [], when = '') => {
    await type('label_nn', label);
    await type('label_nb', label);
    for (const [n, option] of options.entries()) {
      await type(`option-${n + 1}_nn`, option);
      await type(`option-${n + 1}_nb`, option);
    }
    await type('purpose_nn', 'Så vi kan planleggje.');
    await type('purpose_nb', 'Så vi kan planlegge.');
    if (when) {
      await tabTo('when it is asked', named('when'));
      await page.keyboard.press('Space');
      await examine(organiser, { name: 'form-question-with-condition' });
    }
    await go(button('Lagre spørsmålet'));
  };
  await add('municipality');
  await add('new-one_of');
  await examine(organiser, { name: 'form-question-new' });
  await write('Kva seier du til dette?', ['I salen', 'På nett']);
  await add('new-yes_no');
  await write('Blir du til kaffien?', [], 'the first answer');
  await add('new-long_text');
  await write('Har du allergiar?');
  for (const ready of ['role', 'phone', 'photo', 'access']) await add(ready);
  assert.equal(await page.locator('.mp-question').count(), 8);
  assert.match(await page.locator('.mp-question').nth(3).innerText(), /fortelje om helsa/);
  const titles = () => page.locator('.mp-question h2').allInnerTexts();
  const focusedText = () => page.evaluate(() => document.activeElement.textContent);
  await tabTo('the last up', ({ tag, html }) => tag === 'button' && html.includes('value="up"') && html.includes('Treng du noko'));
  await press('Enter');
  assert.match(await page.locator('[role=status]').innerText(), /er no spørsmål 7 av 8/);
  assert.match(await focusedText(), /Flytt opp.*7\. Treng du noko/, 'one can go on moving it');
  await press('Enter');
  assert.match((await titles())[5], /^6\. Treng du noko/);
  // From the top again: what was moved last has the focus.
  await page.goto(new URL(page.url()).pathname);
  await tabTo('the first down', ({ tag, html }) => tag === 'button' && html.includes('value="down"') && html.includes(' 2. '));
  await press('Enter');
  assert.match(await page.locator('[role=alert]').innerText(), /må stå etter det/);
  assert.match((await titles())[1], /^2\. Kva seier du/);
  await examine(organiser, { name: 'form-refused' });
  await tabTo('done', ({ tag, html }) => tag === 'a' && html.includes('ds-button') && html.includes('Ferdig'));
  await press('Enter');
  const draft = page.url().split('?')[0];
  await examine(organiser, { name: 'draft-ready' });
  await tabTo('the preview', link('/sja/nb'));
  await press('Enter');
  assert.equal(await page.locator('html').getAttribute('lang'), 'nb');
  assert.match(await page.locator('main').innerText(), /Hvilken kommune kommer du fra\?/);
  await page.goto(draft);
  await go(({ html }) => html.includes('Publiser arrangementet'));
  await examine(organiser, { name: 'draft-published' });
  await tabTo('the public page', ({ href }) => href.startsWith('/webinar/'));
  await press('Enter');
  assert.equal(await page.locator('h1').innerText(), 'Torget om kvelden');
  const open = async () => (await page.goto(page.url().replace('/webinar/', '/pamelding/'))).status() === 200;
  await eventually('the form is open', 20_000, open);
  await fillIn(page, { name: 'Ask Nytt', email: 'ask.nytt@example.no' });
  await send(page);
  const letter = await house.letterTo('ask.nytt@example.no');
  assert.match(letter.subject, /Torget om kvelden/);
});

it('questions are dragged to where they are to stand, and what cannot be is told', async () => {
  const { page } = organiser;
  await page.goto('/arrangor/webinar');
  await page.goto(await page.locator('main a[href*="/utkast/"]').first().getAttribute('href'));
  await page.goto(`${page.url()}/steg/sporsmal`);
  const titles = () => page.locator('.mp-question h2').allInnerTexts();
  const before = await titles();
  const drag = async (from, to) => {
    const grip = await page.locator('.mp-question h2').nth(from).boundingBox();
    const aim = await page.locator('.mp-question').nth(to).boundingBox();
    await page.mouse.move(grip.x + 20, grip.y + 5);
    await page.mouse.down();
    await page.mouse.move(grip.x + 20, aim.y + (to < from ? 2 : aim.height - 2), { steps: 8 });
    await loads(page, () => page.mouse.up());
  };
  const bare = (title) => title.replace(/^\d+\. /, '');
  await page.setViewportSize({ width: 1000, height: 3000 });
  await drag(4, 0);
  assert.match(await page.locator('[role=status]').innerText(), /er no spørsmål 1 av 8/);
  assert.deepEqual((await titles()).map(bare), [before[4], before[0], before[1], before[2], before[3], ...before.slice(5)].map(bare));
  await drag(3, 0);
  assert.match(await page.locator('[role=alert]').innerText(), /må stå etter det/);
  assert.equal(bare((await titles())[0]), bare(before[4]));
});

it('somebody is signed up by hand, found, told of, noted to have come, taken out as a file, signed off and deleted', async () => {
  const { page } = organiser;
  const list = `/arrangor/pameldingar/${events.inARoom}`;
  const who = { name: 'Eva Etternølar', email: 'eva@example.no' };
  const said = () => page.locator('main .ds-alert[aria-labelledby=notice]').innerText();
  const follow = (name) => loads(page, () => page.getByRole('link', { name }).click());
  const button = (name) => loads(page, () => page.getByRole('button', { name }).click());
  await page.goto(`${list}/ny`);
  await page.locator('[id=name]').fill(who.name);
  await page.locator('[id=email]').fill(who.email);
  await send(page);
  assert.match(await said(), /Personen er meld på/);
  const person = new URL(page.url()).pathname;
  await house.letterTo(who.email, (letter) => letter.link('/mi/'));
  await follow('Sjå breva til personen');
  await eventually('the letter is told of', 10_000, async () => {
    await page.reload();
    return /Stadfesting[^]*Send/.test(await page.locator('main table').last().innerText());
  });
  assert.ok((await page.locator('main table').last().locator('tbody th').allInnerTexts()).every((to) => to.includes(who.email)));
  await examine(organiser, { name: 'letters-of-one' });
  await follow(`Sjå påmeldinga til ${who.name}`);
  await page.locator('[id=note]').fill('Ringte, kjem seint');
  await button('Lagre merknaden');
  assert.match(await page.locator('section[aria-labelledby=notes]').innerText(), /Ringte, kjem seint/);

  await page.goto(list);
  await page.locator('[id=sok]').fill('etternøl');
  await button('Filtrer');
  assert.ok(page.url().endsWith('#found') && !page.url().includes('etter'), page.url());
  assert.deepEqual(await page.locator('main tbody th a').allInnerTexts(), [who.name]);
  await button(`Kom ${who.name}`);
  await page.goto(list);
  await page.locator('[id=sok]').fill('etternøl');
  await button('Filtrer');
  await button('Last ned lista');
  await page.locator('[id=why]').fill('Bordplassering');
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Last ned som CSV' }).click()]);
  const lines = readFileSync(await file.path(), 'utf8').trim().split('\r\n');
  assert.equal(lines.length, 2);
  assert.match(lines[1], /;Eva Etternølar;eva@example\.no;Påmeld;.*;\d{4}-\d\d-\d\d \d\d:\d\d;\d{4}-\d\d-\d\d \d\d:\d\d$/);

  await page.goto(person);
  await follow('Meld av');
  await send(page);
  assert.match(await said(), /Personen er meld av/);

  await page.goto('/arrangor/personar/distriktssenteret');
  await page.locator('[id=email]').fill(who.email);
  await button('Finn opplysningar');
  await examine(organiser, { name: 'person-asked-for-without-a-reason', error: true });
  await page.locator('[id=why]').fill('Sak 26/123');
  await button('Finn opplysningar');
  await page.locator('[id=sure]').check();
  await loads(page, () => page.locator('main button[value=erase]').click());
  assert.equal((await page.goto(person)).status(), 404);
  await page.goto(list);
  await page.locator('[id=sok]').fill('etternøl');
  await button('Filtrer');
  assert.equal(await page.locator('main tbody tr').count(), 0);
});
