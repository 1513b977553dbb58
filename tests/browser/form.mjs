// Filling in a form as a person would who answers everything that is shown.

/** Types and chooses something fitting in every field that can be seen; `person` gives what matters. */
export async function fillIn(page, person) {
  // Answers can bring more questions, below the one that was answered.
  const done = new Set();
  for (;;) {
    const field = await next(page, done);
    if (!field) return;
    const at = page.locator(`[id="${field.id}"]`);
    if (field.kind === 'choose') await at.check();
    else if (field.kind === 'select') await at.selectOption({ index: 1 });
    else await at.fill(answer(field, person));
    field.names.forEach((name) => done.add(name));
  }
}

/** The first field of the form in main that can be seen and has not been answered. */
function next(page, done) {
  return page.evaluate((done) => {
    for (const field of document.querySelectorAll('main form input, main form select, main form textarea')) {
      const { id, name, type } = field;
      const seen = field.checkVisibility({ visibilityProperty: true }) && !field.closest('[aria-hidden=true]');
      if (!seen || done.includes(name) || ['hidden', 'submit', 'search'].includes(type) || field.disabled) continue;
      if (field.closest('details.guests')) continue;
      if (type === 'radio' || type === 'checkbox') return { id, kind: 'choose', names: [name] };
      if (field.matches('select')) return { id, kind: 'select', names: [name] };
      return { id, kind: 'text', names: [name], name, type, mode: field.inputMode, list: Boolean(field.list), rows: field.rows };
    }
    return null;
  }, [...done]);
}

function answer({ name, type, mode, list, rows }, person) {
  if (name === 'name') return person.name;
  if (type === 'email') return person.email;
  if (type === 'tel') return '900 12 345';
  if (list) return person.municipality ?? 'Volda';
  if (name.endsWith('-day')) return '16';
  if (name.endsWith('-month')) return '3';
  if (name.endsWith('-year')) return '1980';
  if (mode === 'numeric') return '30';
  return rows ? 'Éi line.\nTo liner: blåbær & <saft>.' : 'Kulturkontoret';
}

/**
 * Does what leaves the page, and waits for the next one. A page that is left is still loaded for a while, so that it is no use to
 * ask for one that is.
 */
export const loads = (page, act) => Promise.all([page.waitForEvent('load'), act()]);

/** Presses the button that sends the form in main, and waits for the answer. */
export async function send(page) {
  await loads(page, () => page.locator('main form button[type=submit]:visible, main form button:not([type]):visible').first().click());
}

/** What is in the form's fields, by their ids. */
export function content(page) {
  return page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll('main form input:not([type=hidden]), main form select, main form textarea')].map((field) => [
        field.id,
        ['radio', 'checkbox'].includes(field.type) ? field.checked : field.value,
      ]),
    ),
  );
}
