// Every page that organisers meet, in four languages.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { LANGUAGES, openBrowser, visitor } from './browser.mjs';
import { findEvents } from './events.mjs';
import { examine } from './examine.mjs';
import { loads, send } from './form.mjs';
import { eventually, openHouse } from './house.mjs';

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

it('those who have been told at which table they sit have a letter about it', async () => {
  const about = (letter) => /^Middag: Du (sit|sitter) ved bord \d+$/.test(letter.subject);
  const letters = await eventually('letters about tables', 20_000, async () => {
    const found = (await house.letters()).filter(about);
    return found.length > 20 && found;
  });
  assert.equal(new Set(letters.map((letter) => letter.to)).size, letters.length, 'one each');
  const [, table] = letters[0].subject.match(/(\d+)$/);
  assert.match(letters[0].text, new RegExp(`ved bord ${table}\\.`));
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
    const series = '/arrangor/webinar/rekkje/stadutvikling-i-distrikta';
    is('series', () => page.goto(series));
    is('edit a date of a series', async () => {
      await page.goto(series);
      await loads(page, () => page.locator(`main a[href^="${series}/"]:not([href$="/ny"])`).last().click());
    });
    is('edit a date of a series, wrong', async () => {
      await page.locator('[id=start]').fill('ti');
      await send(page);
    }, { error: true });
    is('edit a date of a series, what it would do', async () => {
      await page.locator('[id=start]').fill('13:00');
      await page.locator('[name=scope][value=all]').check();
      await send(page);
    });
    is('new date of a series', () => page.goto(`${series}/ny`));
    is('new date of a series, wrong', () => send(page), { error: true });
    is('sign-ups', () => page.goto(`/arrangor/pameldingar/${events.full.slug}`));
    is('sign-ups, search without result', async () => {
      await page.goto(`/arrangor/pameldingar/${events.full.slug}`);
      await page.locator('[id=sok]').fill('ingen heiter dette');
      await send(page);
      assert.ok(!page.url().includes('ingen'), 'what is searched for stands in no address');
    });
    is('sign-ups, one person', async () => {
      await page.goto(`/arrangor/pameldingar/${events.full.slug}?sorter=name`);
      await loads(page, () => page.locator('main tbody th a').first().click());
      assert.ok(await page.locator('main h1 bdi').count());
    });
    is('sign-ups, one person, empty note', async () => {
      await page.goto(`/arrangor/pameldingar/${events.full.slug}`);
      await loads(page, () => page.locator('main tbody th a').first().click());
      await loads(page, () => page.locator('#form button[type=submit]').last().click());
    }, { error: true });
    is('sign-ups, download', () => page.goto(`/arrangor/pameldingar/${events.full.slug}/eksport?status=admitted`));
    is('sign-ups, download for nothing', async () => {
      await loads(page, () => page.locator('#form button[type=submit]').first().click());
    }, { error: true });
    it('sign-ups come as a file that says what it is for', async () => {
      await page.locator('#why').fill('Namneskilt');
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.locator('#form button[value=xlsx]').click(),
      ]);
      assert.match(file.suggestedFilename(), /\.xlsx$/);
    });
    is('sign-ups, numbers', () => page.goto(`/arrangor/pameldingar/${events.full.slug}/tal`));
    is('sign-ups, badges', () => page.goto(`/arrangor/pameldingar/${events.full.slug}/skilt`));
    is('sign-ups, badges for nothing', async () => {
      await loads(page, () => page.locator('#form button[value=namneskilt]').click());
    }, { error: true });
    it('badges come as a file that says what it is for', async () => {
      await page.locator('#why').fill('Innsjekk');
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.locator('#form button[value=namneskilt]').click(),
      ]);
      assert.match(file.suggestedFilename(), /\.pdf$/);
    });
    is('sign-ups, sign somebody up', () => page.goto(`/arrangor/pameldingar/${events.full.slug}/ny`));
    is('sign-ups, sign nobody up', () => send(page), { error: true });
    is('sign-ups, sign off after a question', async () => {
      await page.goto(`/arrangor/pameldingar/${events.full.slug}`);
      await loads(page, () => page.locator('main tbody th a').first().click());
      await loads(page, () => page.locator('main a[href$="/meld-av"]').click());
    });
    is('sign-ups, several', () => page.goto(`/arrangor/pameldingar/${events.full.slug}/fleire?status=admitted`));
    is('sign-ups, several, who they are', async () => {
      await loads(page, () => page.locator('#form button[value=meld-av]').click());
      assert.ok(await page.locator('main input[type=checkbox]:checked').count());
    });
    is('sign-ups, nobody of several', async () => {
      for (const box of await page.locator('main input[type=checkbox]').all()) await box.uncheck();
      await loads(page, () => page.locator('#form button[type=submit]').last().click());
    }, { error: true });
    is('sign-ups, take in a list', () => page.goto(`/arrangor/pameldingar/${events.full.slug}/hent-inn`));
    is('sign-ups, what a list says', async () => {
      const list = 'Fornamn;Etternamn;E-post\nÅse;Ødegård;aase.liste@example.no\nPer;;\n';
      await page.locator('#file').setInputFiles({ name: 'liste.csv', mimeType: 'text/csv', buffer: Buffer.from(list) });
      await loads(page, () => page.locator('main form button[type=submit]').click());
      assert.equal(await page.locator('main tbody tr').count(), 2);
    });
    is('sign-ups, food and access', () => page.goto(`/arrangor/pameldingar/${events.full.slug}/behov`));
    const own = '/arrangor/organisasjon/distriktssenteret';
    is('own account', () => page.goto('/arrangor/konto'));
    is('sign-in in two steps', () => page.goto('/arrangor/konto/to-steg'));
    is('sign-in in two steps, wrong code', async () => {
      await page.goto('/arrangor/konto/to-steg');
      await page.locator('[id=kode]').fill('12');
      await send(page);
    }, { error: true });
    is('roles', () => page.goto(`${own}/tilgang`));
    is('roles, invitation sent empty', async () => {
      await page.goto(`${own}/tilgang`);
      await send(page);
    }, { error: true });
    is('roles, somebody invited', async () => {
      await page.goto(`${own}/tilgang`);
      await page.locator('[id=epost]').fill(`dor.${language}@example.no`);
      await page.locator('[name=rolle][value=door]').check();
      await page.locator('[id=gjeld]').selectOption({ index: 1 });
      await send(page);
      assert.equal(await page.locator('[role=status]').count(), 1);
    });
    is('role of one', async () => {
      await page.goto(`${own}/tilgang`);
      await loads(page, () => page.locator('main td a').last().click());
    });
    is('organisation', () => page.goto(own));
    is('organisation, wrong', async () => {
      await page.goto(own);
      await page.locator('[id=dagar]').fill('mange');
      await page.locator('[id=tilgjenge]').fill('');
      await send(page);
      assert.equal(await page.locator('[id=dagar]').inputValue(), 'mange', 'what was typed is kept');
    }, { error: true });
    is('organisation, other colours, which its events wear in another service', async () => {
      const theme = { nn: 'green', nb: 'brick', sv: 'slate', en: 'teal' }[language];
      await page.goto(own);
      await page.locator(`[name=tema][value=${theme}]`).check();
      await send(page);
      assert.equal(await page.locator('[role=status]').count(), 1);
      await eventually('the webinar wears it', 20_000, async () => {
        await page.goto(`/webinar/${events.full.slug}`);
        return (await page.locator('html').getAttribute('data-theme')) === theme;
      });
    });
    is('sender', () => page.goto(`${own}/avsendar`));
    is('sender, asked', async () => {
      await page.goto(`${own}/avsendar`);
      await send(page);
      assert.equal(await page.locator('main h2').count(), 4);
    });
    is('letters', () => page.goto(`/arrangor/brev/${events.full.slug}`));
    is('reminder plan', () => page.goto(`/arrangor/brev/${events.full.slug}/plan`));
    is('reminder plan, wrong', async () => {
      await page.locator('[id=count]').fill('mange');
      await page.locator('[id=clock]').fill('25');
      await loads(page, () => page.locator('#form button[name=do]').click());
      assert.equal(await page.locator('[id=count]').inputValue(), 'mange');
    }, { error: true });
    is('reminder plan, a rule to be changed', async () => {
      await page.goto(`/arrangor/brev/${events.full.slug}/plan`);
      await loads(page, () => page.locator('main a[href*="endre="]').first().click());
      assert.notEqual(await page.locator('[id=count]').inputValue(), '');
    });
    it('a reminder is added, and the plan given up again', async () => {
      const plan = `/arrangor/brev/${events.full.slug}/plan`;
      await page.goto(plan);
      const rules = () => page.locator('main tbody [name=rule]').evaluateAll((hidden) => hidden.map((field) => field.value));
      const before = await rules();
      // What the webinar sends afterwards by itself is a rule like the others in a plan of its own.
      await page.locator('[id=count]').fill('3');
      await page.locator('[id=unit]').selectOption('working_days');
      await page.locator('#form button[name=do]').click();
      await page.waitForURL(/gjort=saved/);
      assert.deepEqual((await rules()).toSorted(), [...before, 'end+1d!', 'start-3wd'].toSorted());
      await examine(somebody, { name: 'organiser-reminder-plan-of-its-own' });
      await page.locator('button[value=back]').click();
      await page.waitForURL(/gjort=back/);
      assert.deepEqual(await rules(), before);
    });
    for (const kind of ['konferanse', 'webinar', 'samling']) {
      is(`reminder plan of the organisation, ${kind}`, () => page.goto(`/arrangor/brev/plan/distriktssenteret/${kind}`));
    }
    for (const [name, part] of [['panel', 'panel'], ['attendance', 'frammote'], ['recordings', 'opptak'], ['evaluation', 'vurdering']]) {
      is(`webinar that is over, ${name}`, () => page.goto(`/arrangor/webinar/${events.over}/${part}`));
    }

    const coverage = '/arrangor/nettverk/byregionprogrammet/deltaking';
    is('who took part', async () => {
      const answer = await page.goto(coverage);
      assert.equal(await page.locator('main svg[role=img]').count(), 3);
      const [workbook] = await Promise.all([page.waitForEvent('download'), page.locator('a[href*="deltaking.xlsx"]').click()]);
      assert.equal(workbook.suggestedFilename(), 'byregionprogrammet-deltaking.xlsx');
      return answer;
    });
    is('who took part, in a phase and a time', async () => {
      await page.goto(coverage);
      await page.locator('[id=fase]').selectOption('Fase 2');
      await page.locator('[id=fra]').fill('2020-01-01');
      await loads(page, () => page.locator('main form button').click());
      assert.ok(page.url().includes('fase=Fase+2'), page.url());
    });
    is('who took part, no gathering in the time', () => page.goto(`${coverage}?til=1999-01-01`));
    for (const kind of ['dokument', 'indikator', 'eksempel']) {
      is(`material, ${kind}`, () => page.goto(`/arrangor/samling/${events.gathering.slug}/materiale?nytt=${kind}`));
      is(`material, ${kind} sent empty`, async () => {
        await page.goto(`/arrangor/samling/${events.gathering.slug}/materiale?nytt=${kind}`);
        await loads(page, () => page.locator('main form[enctype] button').click());
      }, { error: true });
    }

    const plans = '/arrangor/samling/nettverkssamling-for-byregionar/planar';
    /** Opens the plan that people have been told about. */
    const dinner = async () => {
      await page.goto(plans);
      await loads(page, () => page.locator('main a[href*="/planar/"]').first().click());
    };
    is('plans of a gathering', () => page.goto(plans));
    is('plan sent empty', async () => {
      await page.goto(plans);
      await send(page);
    }, { error: true });
    is('plan with tables', dinner);
    is('plan, somebody to be moved', async () => {
      await dinner();
      await loads(page, () => page.locator('.mp-plan-table .mp-plan-people a').first().click());
      assert.equal(await page.locator('#flytt select').count(), 2);
    });
    is('plan, changed meanwhile', async () => {
      await dinner();
      await loads(page, () => page.locator('.mp-plan-table .mp-plan-people a').first().click());
      const other = await page.context().newPage();
      await other.goto(page.url());
      const before = await other.locator('.mp-plan').innerText();
      await loads(other, () => other.locator('#flytt form').nth(1).locator('button').click());
      assert.equal(await other.locator('[role=status]').count(), 1);
      const after = await other.locator('.mp-plan').innerText();
      assert.notEqual(after, before, 'two have swapped seats');
      await other.close();
      await loads(page, () => page.locator('#flytt form').nth(1).locator('button').click());
      assert.equal(await page.locator('[role=alert]').count(), 1, 'nobody changes what they have not seen');
      assert.equal(await page.locator('.mp-plan').innerText(), after);
    });
    for (const [name, path] of [['printed', 'utskrift'], ['table cards', 'bordkort']]) {
      is(`plan, ${name}`, async () => {
        await dinner();
        return page.goto(`${new URL(page.url()).pathname}/${path}`);
      });
    }

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
      await loads(page, () => page.locator('main form button').first().click());
      const answer = await page.request.get('/arrangor', { maxRedirects: 0 });
      assert.ok([302, 303].includes(answer.status()));
    });
  });
}
