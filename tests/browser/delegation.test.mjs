// The story: a network is called together; a contact and her deputy name their people on phones, without scripts; one of these
// is replaced, and calendars follow; exactly those who are missing are reminded; one member is declined for.

import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { openBrowser, visitor } from './browser.mjs';
import { examine } from './examine.mjs';
import { loads } from './form.mjs';
import { eventually, openHouse } from './house.mjs';

const GATHERING = 'nettverkssamling-for-byregionar';
const MISSING = `/arrangor/samling/${GATHERING}`;
const NETWORK = '/arrangor/nettverk/byregionprogrammet.csv';
const MEMBER = 'Aust Lofoten';
const DEPUTY = { name: 'Vigdis Vara', email: 'vigdis.vara@example.no' };
const MARI = { name: 'Mari Ordførar', email: 'mari.ordforar@example.no', role: 'Folkevald' };
const NILS = { name: 'Nils Planleggjar', email: 'nils.planleggjar@example.no', role: 'Fagperson' };
const LIV = { name: 'Liv Kommunedirektør', email: 'liv.kommunedirektor@example.no', role: 'Leiing' };
const NUTS = 'Toler ikkje nøtter';

let house, browser, examiner, organiser, contact, deputy, contacts, links;

before(async () => {
  house = await openHouse();
  browser = await openBrowser();
  examiner = await visitor(browser, house, { language: 'nn' });
  [organiser, contact, deputy] = await Promise.all([1, 2, 3].map(() => visitor(browser, house, { language: 'nn', scripts: false })));
  await contact.page.setViewportSize({ width: 320, height: 640 });
  await deputy.page.setViewportSize({ width: 390, height: 844 });
  const { page } = organiser;
  await page.goto(await house.invite('samlar@example.no', 'distriktssenteret', 'editor'));
  await loads(page, () => page.locator('main form button[type=submit]').click());
  contacts = await contactsOf(page);
});
after(async () => {
  // Before anything is asserted: what is left open keeps the run from ending.
  await browser?.close();
  await house?.close();
  assert.deepEqual([organiser, contact, deputy].flatMap((somebody) => somebody?.faults ?? []), []);
});

/** Who is written to for each member, from the table that organisers download. */
async function contactsOf(page) {
  const table = (await (await page.request.get(NETWORK)).text()).replace('\ufeff', '').trim().split('\r\n');
  const [head, ...lines] = table.map((line) => line.split(';'));
  const [name, email] = ['name', 'contact_email'].map((column) => head.indexOf(column));
  return new Map(lines.filter((line) => line[email]).map((line) => [line[name], line[email]]));
}

/** What somebody has before them, also as the answer to a form, shown once more where scripts can examine it. */
async function look({ page }, name, { error } = {}) {
  const looks = page === organiser.page ? [[1000, 'light'], [320, 'dark']] : [[320, 'light'], [390, 'dark']];
  const address = new URL(page.url());
  const body = await page.content();
  const policy = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:";
  const here = (url) => url.href === address.href;
  await examiner.page.route(here, (route) =>
    route.fulfill({ status: 200, contentType: 'text/html; charset=utf-8', body, headers: { 'content-security-policy': policy } }),
  );
  await examiner.page.goto(address.href);
  await examiner.page.unroute(here);
  await examine(examiner, { name: `delegation-${name}`, error, looks });
}

const said = ({ page }) => page.locator('main').innerText();
const press = async ({ page }, button) => {
  await loads(page, () => button.click());
};

/** Fills in the form for one person. */
async function name(somebody, person) {
  const form = somebody.page.locator('#form');
  await form.getByLabel('Namn').fill(person.name);
  await form.getByLabel('E-post').fill(person.email);
  if (person.role) await form.getByLabel(person.role).check();
  await press(somebody, form.locator('button[type=submit]'));
}

/** How many letters each address has got. */
async function counted(fits = () => true) {
  const numbers = new Map();
  for (const { to } of (await house.letters()).filter(fits)) {
    const address = to.match(/[^\s<>"]+@[^\s<>"]+/)[0];
    numbers.set(address, (numbers.get(address) ?? 0) + 1);
  }
  return numbers;
}

const calendars = async ({ email }) =>
  (await house.letters())
    .filter(({ to, calendar }) => to.includes(email) && calendar)
    .map(({ calendar }) => {
      const value = (name) => calendar.match(new RegExp(`^${name}[^:\r\n]*:(.*?)\r?$`, 'm'))?.[1];
      return { method: value('METHOD'), uid: value('UID'), sequence: Number(value('SEQUENCE') ?? 0), status: value('STATUS') };
    });

const missing = () => organiser.page.goto(MISSING);
const line = (member) => organiser.page.locator('tbody tr').filter({ has: organiser.page.getByRole('rowheader', { name: member, exact: true }) });

it('an organiser invites those of the network who are not invited, and only those', async () => {
  await missing();
  await look(organiser, 'not-invited');
  assert.match(await line(MEMBER).innerText(), /Ikkje inviterte/);
  const names = await organiser.page.locator('tbody tr').filter({ hasText: 'Ikkje inviterte' }).locator('th').allInnerTexts();
  const before = await counted();
  await press(organiser, organiser.page.getByRole('button', { name: /^Inviter \d+ medlem/ }));
  assert.match(await said(organiser), new RegExp(`^${names.length} medlemmer får invitasjon`));
  await look(organiser, 'invited');

  const invited = names.map((name) => contacts.get(name)).sort();
  await eventually('everybody has a letter', 20_000, async () => {
    const now = await counted();
    return invited.every((email) => now.get(email) > (before.get(email) ?? 0));
  });
  const now = await counted();
  const grown = [...now].filter(([email, letters]) => letters > (before.get(email) ?? 0));
  assert.deepEqual(grown.map(([email, letters]) => [email, letters - (before.get(email) ?? 0)]).sort(), invited.map((email) => [email, 1]));
});

it('the contact names one of four on her phone, with a mistake on the way', async () => {
  const letter = await house.letterTo(contacts.get(MEMBER));
  assert.equal(letter.subject, `Invitasjon: Kven kjem frå ${MEMBER} til Nettverkssamling for byregionar?`);
  links = { contact: letter.link('/delegasjon/') };
  await contact.page.goto(links.contact);
  assert.match(await said(contact), /4 av 4 plassar har ikkje namn enno\./);
  await look(contact, 'opened');

  await name(contact, { name: '', email: 'mari' });
  assert.match(await contact.page.title(), /^Feil:/);
  assert.equal(await contact.page.locator('#email').inputValue(), 'mari', 'nothing typed is lost');
  await look(contact, 'mistake', { error: true });
  await name(contact, MARI);
  assert.match(await said(contact), /Vi melder på personen/);
  assert.match(await said(contact), /3 av 4 plassar har ikkje namn enno\./);
  await look(contact, 'named');
});

it('she gives her deputy a link, who names another', async () => {
  const { page } = contact;
  await page.getByLabel('Namnet til vara').fill(DEPUTY.name);
  await page.getByLabel('E-posten til vara').fill(DEPUTY.email);
  await press(contact, page.getByRole('button', { name: 'Send lenkje' }));
  await look(contact, 'deputy');
  links.deputy = (await house.letterTo(DEPUTY.email)).link('/delegasjon/');
  assert.notEqual(links.deputy, links.contact);

  await deputy.page.goto(links.deputy);
  assert.match(await said(deputy), new RegExp(MARI.name), 'both see the same');
  await name(deputy, NILS);
  await look(deputy, 'named-by-deputy');
  await page.goto(links.contact);
  assert.match(await said(contact), new RegExp(NILS.name));
});

it('who is named gets an invitation, and answers what those who named her do not see', async () => {
  const invitation = await house.letterTo(MARI.email, ({ calendar }) => calendar);
  assert.match(invitation.calendar, /METHOD:REQUEST/);
  assert.match(invitation.calendar, /STATUS:CONFIRMED/);
  const asking = await house.letterTo(MARI.email, ({ calendar }) => !calendar);
  assert.match(asking.subject, /Stemmer det at du kjem\?/);
  assert.match(asking.text, new RegExp(`${MEMBER} har meldt deg på`));

  const mari = await visitor(browser, house, { language: 'nn', scripts: false });
  await mari.page.setViewportSize({ width: 390, height: 844 });
  await mari.page.goto(asking.link('/mi/'));
  await look(mari, 'own');
  await mari.page.locator('a[href$="/endre"]').first().click();
  await mari.page.getByLabel('Er det noko kjøkenet må vite?').fill(NUTS);
  await press(mari, mari.page.locator('main form button[type=submit]').first());
  assert.deepEqual(mari.faults, []);
  await mari.close();

  await eventually('the contact sees that she has answered', 10_000, async () => {
    await contact.page.goto(links.contact);
    return (await said(contact)).includes('Har svart');
  });
  for (const [somebody, link] of [[contact, links.contact], [deputy, links.deputy]]) {
    await somebody.page.goto(link);
    assert.ok(!(await somebody.page.content()).includes('nøtter'));
  }
  await look(contact, 'answered');
});

it('the deputy replaces one, and calendars follow', async () => {
  const { page } = deputy;
  await house.letterTo(NILS.email, ({ calendar }) => calendar);
  await page.goto(links.deputy);
  await press(deputy, page.getByRole('link', { name: `Byt ut ${NILS.name}` }));
  await look(deputy, 'replacing');
  await name(deputy, LIV);
  assert.match(await said(deputy), /Vi byter ut personen\. Begge får brev\./);
  await look(deputy, 'replaced');

  await house.letterTo(NILS.email, ({ calendar }) => calendar?.includes('METHOD:CANCEL'));
  const [invited, cancelled, ...others] = await calendars(NILS);
  assert.deepEqual(others, []);
  assert.deepEqual([invited.method, cancelled.method, cancelled.status], ['REQUEST', 'CANCEL', 'CANCELLED']);
  assert.equal(cancelled.uid, invited.uid, 'the entry that he has goes away');
  assert.ok(cancelled.sequence > invited.sequence, JSON.stringify([invited, cancelled]));
  await house.letterTo(LIV.email, ({ calendar }) => calendar);
  const [entry, ...more] = await calendars(LIV);
  assert.deepEqual([entry.method, entry.status, more], ['REQUEST', 'CONFIRMED', []]);
  assert.notEqual(entry.uid, invited.uid);

  await page.goto(links.deputy);
  await page.locator('details summary').click();
  const before = page.locator('details li').filter({ hasText: NILS.name });
  await before.waitFor();
  assert.match(await before.innerText(), /Fagperson\s+Meld av/, 'what was before is kept');
});

it('exactly those are reminded who are missing', async () => {
  await missing();
  const standings = ['Inviterte', 'Har opna lenkja', 'Nokre namn'];
  const lines = await organiser.page.locator('tbody tr').evaluateAll((rows) =>
    rows.map((row) => [row.querySelector('th').innerText, row.querySelector('.ds-tag').innerText]),
  );
  const names = lines.filter(([, standing]) => standings.includes(standing)).map(([name]) => name);
  assert.ok(names.includes(MEMBER) && names.length < lines.length);
  const before = await counted();
  const button = organiser.page.getByRole('button', { name: /^Minn om namn: \d+ medlem/ });
  assert.equal(await button.innerText(), `Minn om namn: ${names.length} medlemmer`);
  await press(organiser, button);
  assert.match(await said(organiser), new RegExp(`^${names.length} medlemmer får påminning`));
  await look(organiser, 'reminded');

  const reminded = [...names.map((name) => contacts.get(name)), DEPUTY.email].sort();
  const isReminder = ({ subject }) => /^(Påminning|Påminnelse): /.test(subject);
  await eventually('all of them have a reminder', 20_000, async () => {
    const reminders = await counted(isReminder);
    return reminded.every((email) => reminders.has(email));
  });
  assert.deepEqual([...(await counted(isReminder))].sort(), reminded.map((email) => [email, 1]));
  const after = await counted();
  const grown = [...after].filter(([email, letters]) => letters !== (before.get(email) ?? 0)).map(([email]) => email).sort();
  assert.deepEqual(grown, reminded, 'nobody else has got a letter');
  await press(organiser, organiser.page.getByRole('button', { name: /^Minn om namn/ }));
  assert.match(await said(organiser), /^0 medlemmer får påminning/, 'nobody is reminded twice at once');
});

it('the organiser declines for a member, is asked first, and those who were named are told', async () => {
  await missing();
  await press(organiser, line(MEMBER).getByRole('button', { name: 'Sei nei for dei' }));
  assert.match(await said(organiser), new RegExp(`Sei nei for ${MEMBER}\\?`));
  assert.match(await said(organiser), /2 personar som er melde på, blir melde av/);
  await look(organiser, 'about-to-decline');
  await press(organiser, organiser.page.getByRole('button', { name: 'Ja, sei nei for dei' }));
  assert.match(await line(MEMBER).innerText(), /Har sagt nei/);
  await look(organiser, 'declined');
  for (const person of [MARI, LIV]) {
    await house.letterTo(person.email, ({ calendar }) => calendar?.includes('METHOD:CANCEL'));
    assert.equal((await calendars(person)).at(-1).method, 'CANCEL');
  }
  await contact.page.goto(links.contact);
  assert.match(await said(contact), /De har sagt nei til å delta\./);
  await look(contact, 'declined-contact');
});

it('a link that is taken back shows nothing, like one that was guessed', async () => {
  const { page } = contact;
  await press(contact, page.getByRole('button', { name: `Ta lenkja tilbake ${DEPUTY.name}` }));
  const answers = [];
  const guessed = links.contact.replace(/(.)(.{12})$/, (_, one, rest) => (one === 'A' ? 'B' : 'A') + rest);
  for (const link of [links.deputy, guessed, `${house.url}/delegasjon/x`]) {
    const answer = await deputy.page.goto(link);
    assert.equal(answer.status(), 404);
    answers.push(await deputy.page.locator('main').innerHTML());
  }
  assert.equal(new Set(answers).size, 1);
  assert.ok(!answers[0].includes(MEMBER));
  await look(deputy, 'taken-back');
});

it('the organiser opens the report of who took part', async () => {
  await missing();
  await press(organiser, organiser.page.getByRole('link', { name: 'Kven deltok' }));
  assert.equal(await organiser.page.locator('h1').innerText(), 'Kven deltok');
  await look(organiser, 'coverage');
});
